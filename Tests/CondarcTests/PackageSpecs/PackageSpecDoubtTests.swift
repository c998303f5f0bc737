import Testing

@testable import Condarc

@Suite struct PackageSpecDoubtTests {
    private func complaint(_ text: String) -> Complaint? {
        PackageSpecDoubt.complaint(about: text, ChannelNames(resolver: .withoutSettings))
    }

    @Test(arguments: [
        ("python-3.9", "python=3.9"), ("numpy: 1.26", "numpy=1.26"), ("numpy:", "numpy"), ("numpy@1.26", "numpy=1.26"),
        ("requests[security]", "requests"),
        ("numpy=>1.26", "numpy>=1.26"), ("numpy===1.26", "numpy==1.26"), ("numpy>=1 && <2", "numpy>=1,<2"),
        ("numpy>=1 <2", "numpy>=1,<2"),
        ("numpy^1.2", "numpy>=1.2"), ("numpy=v1.2", "numpy=1.2"), ("numpy='1.2'", "numpy=1.2"),
        ("numpy; python_version<'3'", "numpy"),
        ("numpy<>1.2", "numpy!=1.2"), ("conda install numpy", "numpy"), ("pixi install numpy", "numpy"),
    ])
    func `what pip, npm or a shell would know is written as conda has it`(text: String, right: String) {
        #expect(complaint(text)?.hint == "write \(right)")
        #expect(complaint(right) == nil)
    }

    @Test(arguments: [
        "conda-forge", "3.11", "-y", "--file x", "https://h.example/a", "numpy scipy", "numpy, scipy", "a 1 b 2 c",
        "pip install a b", "numpy ==",
        "numpy 1.2 >=3", "a--b >", "git@h:a/b",
    ])
    func `what is no package spec is told`(text: String) { #expect(complaint(text) != nil) }

    @Test(arguments: [
        "numpy", "numpy=1.26", "numpy 1.26", "numpy 1.* py_0", "numpy>=1.26,<2", "conda-forge::numpy",
        "numpy[version='>=1']", "python 3.11 h1_cpython", "blas=*=mkl",
        "https://h.example/a-1-0.conda", "r-base", "numpy 1.26|1.27", "x264",
    ])
    func `what means what it says is let pass`(text: String) { #expect(complaint(text) == nil) }
}
