import CommandLineKit
import Foundation
import Testing

@Suite struct TargetFileTests {
    @Test func `a file is no environment, and the hint names it as what it is`() throws {
        let home = try ToolHome()
        try home.write("channels: [a]\n", to: "my env.yml")
        let outcome = home.run(["append", "channels", "b", "--prefix", "HOME/my env.yml"])
        #expect(outcome.status == .system)
        #expect(
            outcome.errors == "condarc-tool: error: HOME/my env.yml is no directory, as --prefix needs\n"
                + "  hint: the file itself is named by --file 'HOME/my env.yml'\n")
    }

    @Test(
        arguments: [
            (["--prefix", "HOME/env"], [:], "env/.condarc"),
            (["--env"], ["CONDA_PREFIX": "HOME/env"], "env/.condarc"),
            (["--system", "--root", "HOME/env"], [:], "env/.condarc"),
            (["--system"], ["CONDA_ROOT": "HOME/env"], "env/.condarc"),
            (["--system"], ["CONDA_EXE": "HOME/env/bin/conda"], "env/.condarc"),
            (["--file", "HOME/other.yml"], [:], "other.yml"), (["--user"], [:], ".condarc"),
        ] as [([String], [String: String], String)])
    func `every way to name the target leads to its file`(
        options: [String], environment: [String: String], name: String
    ) throws {
        let home = try ToolHome()
        try FileManager.default.createDirectory(atPath: home.path + "/env", withIntermediateDirectories: true)
        let outcome = home.run(["set", "quiet", "true", "--json"] + options, environment: environment)
        #expect(outcome.output == #"{"schema": 1, "changed": true, "path": "HOME/\#(name)"}"# + "\n")
        #expect(home.text(of: name) == "quiet: true\n")
    }
}
