import Testing

@testable import HostPlatform

struct HostBaseInstallationTests {
    func find(
        _ platform: Platform, _ values: [String: String], option: String? = nil, programs: [String: String] = [:]
    ) -> BaseInstallation? {
        Host(
            platform: platform, environment: Environment(values, platform: platform), home: "/home/a",
            currentDirectory: platform.isWindows ? "C:\\w" : "/w"
        ).baseInstallation(rootOption: option) { programs[$0] }
    }

    @Test func `the option wins, then the variables, then the program`() {
        let values = ["CONDA_ROOT": "/r", "CONDA_EXE": "/e/bin/conda", "PATH": "/p/bin"]
        let programs = ["/p/bin/conda": "/p/bin/conda"]
        #expect(find(.linux, values, option: "o", programs: programs) == .init(path: "/w/o", source: .option))
        #expect(find(.linux, values, programs: programs) == .init(path: "/r", source: .variable("CONDA_ROOT")))
        let withoutRoot = values.merging(["CONDA_ROOT": ""]) { $1 }
        #expect(find(.linux, withoutRoot, programs: programs) == .init(path: "/e", source: .variable("CONDA_EXE")))
        #expect(
            find(.linux, ["PATH": "/p/bin"], programs: programs) == .init(path: "/p", source: .program("/p/bin/conda")))
        #expect(find(.linux, [:]) == nil)
    }

    static let programs: [(Platform, String, String?)] = [
        (.linux, "/opt/c/bin/conda", "/opt/c"), (.linux, "/opt/c/condabin/conda", "/opt/c"),
        (.linux, "/opt/c/conda", nil), (.macos, "/opt/c/bin/conda", "/opt/c"), (.linux, "/bin/conda", "/"),
        (.windows, "C:\\c\\Scripts\\conda.exe", "C:\\c"), (.windows, "C:/c/condabin/conda.bat", "C:/c"),
        (.windows, "C:\\c\\Library\\bin\\conda.bat", "C:\\c"), (.windows, "C:\\c\\bin\\conda.exe", nil),
    ]

    @Test(arguments: programs)
    func `a conda program names its installation`(_ platform: Platform, _ program: String, _ root: String?) {
        #expect(find(platform, ["CONDA_EXE": program])?.path == root)
    }

    @Test func `a program on PATH counts where its links lead`() {
        let programs = ["/usr/local/bin/conda": "/opt/c/bin/conda"]
        #expect(find(.linux, ["PATH": "rel::/no:/usr/local/bin"], programs: programs)?.path == "/opt/c")
    }

    @Test func `a program on a Windows PATH has an extension`() {
        let programs = ["C:\\c\\condabin\\conda.bat": "C:\\c\\condabin\\conda.bat"]
        #expect(find(.windows, ["Path": "C:\\x;C:\\c\\condabin"], programs: programs)?.path == "C:\\c")
    }
}
