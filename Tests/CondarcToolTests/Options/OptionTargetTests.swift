import CommandLineKit
import Testing

@testable import CondarcTool

@Suite struct OptionTargetTests {
    @Test(arguments: [["--user", "--system"], ["--env", "--file", "f"], ["--prefix", "p", "--user"]])
    func `one place is named, not two`(options: [String]) throws {
        let outcome = try ToolHome(condarc: "").run(["set", "offline", "true"] + options)
        #expect(outcome.status == .usage && outcome.errors.contains("exclude each other"))
    }

    @Test func `each place has its file`() throws {
        let home = try ToolHome()
        let environment = ["CONDA_ROOT": "HOME/root", "CONDA_PREFIX": "HOME/env"]
        try home.write("", to: "root/conda-meta/history")
        try home.write("", to: "env/conda-meta/history")
        try home.write("", to: "other/conda-meta/history")
        for (options, file) in [
            ([], ".condarc"), (["--user"], ".condarc"), (["--system"], "root/.condarc"), (["--env"], "env/.condarc"),
            (["--prefix", "HOME/other"], "other/.condarc"), (["--file", "HOME/f"], "f"),
        ] {
            #expect(home.run(["set", "offline", "true"] + options, environment: environment).status == .success)
            #expect(home.text(of: file) == "offline: true\n", "\(options)")
        }
    }

    @Test func `standard input is a file, too, and its result goes to standard output`() throws {
        let outcome = try ToolHome().run(["set", "offline", "true", "--file", "-"], input: "# mine\n")
        #expect(outcome.status == .success && outcome.output == "# mine\noffline: true\n")
    }

    @Test func `a hint takes along what says where`() {
        #expect(Option.forTarget.filter { !$0.saysWhere }.map(\.long) == ["user"])
        #expect(Set(Option.forTarget.compactMap(\.group)) == ["target"])
    }
}
