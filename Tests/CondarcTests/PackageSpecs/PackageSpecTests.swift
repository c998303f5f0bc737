import Testing

@testable import Condarc

@Suite struct PackageSpecTests {
    private let channels = ChannelNames(resolver: .withoutSettings)

    @Test(arguments: [
        ("NumPy", "numpy"), ("python>=3.8", "python[version='>=3.8']"), ("openssl 1.1.*", "openssl=1.1"),
        ("a=1.2=py_0", "a==1.2=py_0"), ("a 1.0 py_0", "a==1.0=py_0"), ("a=1=py*", "a==1[build=py*]"),
        ("a[version=2]", "a==2"), ("a>=1|<0.5", "a[version='>=1|<0.5']"), ("a[channel=x]", "x::a"),
        ("a=1.2*", "a=1.2"), ("a[name=b]", "a"), ("a # note", "a"), ("A::B", "A::b"),
        ("local/linux-64::a", "local/linux-64::a"),
        ("", "*"), ("feature@", "*[track_features=feature]"), ("a=", "a"), ("a!=1", "a!=1"),
    ])
    func `a spec has one form`(_ text: String, _ expected: String) throws {
        #expect(try PackageSpec(text, channels: channels).canonicalText == expected)
    }

    @Test(arguments: ["a@1", " a ", "=1", ">=3", "a==", "a >", "a[version", "a--b", "a[colour=red]", "a 1+2+3"])
    func `what conda refuses is an error`(_ text: String) {
        #expect(throws: InvalidPackageSpec.self) { try PackageSpec(text, channels: channels) }
    }
}
