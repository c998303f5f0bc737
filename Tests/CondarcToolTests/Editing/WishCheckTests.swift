import CommandLineKit
import Testing

@Suite("Edits whose wish does not come true") struct WishCheckTests {
    @Test(
        arguments: [
            (["remove", "channels", "defaults"], "'defaults' is still in channels: HOME/root/.condarc:3"),
            (["set-channels", "b"], "'defaults' is still in channels: HOME/root/.condarc:3"),
            (["unset", "offline"], "'offline' is still set: HOME/root/.condarc:1"),
            (["set", "quiet", "false"], "'quiet' is still True: HOME/root/.condarc:4 (#!final)"),
            (
                ["set", "add_pip_as_python_dependency", "no"],
                "'add_pip_as_python_dependency' is still True: $CONDA_PIP"
            ),
        ])
    func `the note names who still decides`(arguments: [String], note: String) throws {
        let home = try ToolHome(condarc: "channels: [a]\noffline: false\n")
        try home.write("offline: true\nchannels:\n  - defaults\nquiet: true #!final\n", to: "root/.condarc")
        let environment = ["CONDA_ROOT": "HOME/root", "CONDA_ADD_PIP_AS_PYTHON_DEPENDENCY": "yes"]
        let outcome = home.run(arguments + ["--verbose"], environment: environment)
        #expect(outcome.status == .success)
        let expected = note.replacing("$CONDA_PIP", with: "$CONDA_ADD_PIP_AS_PYTHON_DEPENDENCY")
        #expect(outcome.errors.contains("condarc-tool: note: \(expected)\n"), "\(outcome.errors)")
        #expect(!home.run(arguments, environment: environment).errors.contains(" still "))
    }

    @Test func `a wish that came true, or a file that conda does not read, is not spoken of`() throws {
        let home = try ToolHome(condarc: "channels: [a]\n")
        #expect(home.run(["set", "offline", "true", "-v"]).errors.isEmpty)
        #expect(home.run(["append", "channels", "b", "-v"]).errors.isEmpty)
        #expect(home.run(["unset", "offline", "-v"]).errors.isEmpty)
        #expect(home.run(["set", "offline", "true", "-v", "--file", "HOME/elsewhere"]).errors.isEmpty)
    }
}
