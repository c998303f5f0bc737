import CommandLineKit
import Foundation
import Testing

@Suite struct PathsCommandTests {
    @Test func `paths lists the places of the search path and the files in them`() throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        let outcome = home.run(["paths", "--json"], environment: ["CONDARC": "HOME/not-there.yml"])
        #expect(
            outcome.output.contains(#"{"place": "~/.condarc", "path": "HOME/.condarc", "files": ["HOME/.condarc"]}"#))
        #expect(outcome.output.contains(#"{"place": "$CONDARC", "path": "HOME/not-there.yml", "files": []}"#))
        #expect(home.run(["paths"]).output.hasPrefix("* user         HOME/.condarc\n"))
        #expect(home.run(["paths"]).output.contains("places where nothing is: -v\n"))
        #expect(home.run(["paths", "-v"]).output.contains("  system       /etc/conda/.condarc  (not there)\n"))
        let windows = home.run(["paths", "--platform", "windows"], environment: ["CONDARC": "HOME/x.yml"]).output
        #expect(windows.contains("  user         ~/.condarc\n") && !windows.contains(" HOME/"))
        let json = home.run(["paths", "--platform", "windows", "--json"]).output
        #expect(json.contains(#"{"place": "~/.condarc", "path": null, "files": []}"#))
        #expect(json.contains(#""path": "C:/ProgramData/conda/condarc""#))
        #expect(
            home.run(["paths", "--platform", "windows"]).output.hasPrefix(
                "  system       C:/ProgramData/conda/.condarc\n"))
    }

    @Test func `a file that is there under two names is told to be one`() throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/link.yml", withDestinationPath: home.path + "/.condarc")
        let environment = ["CONDARC": "HOME/link.yml"]
        let paths = home.run(["paths"], environment: environment).output
        #expect(paths.contains("HOME/link.yml  (the same file as HOME/.condarc)\n"))
        let sources = home.run(["sources"], environment: environment).output
        #expect(sources.contains("HOME/link.yml  (CONDARC; the same file as HOME/.condarc)\n"))
        #expect(sources.components(separatedBy: "quiet: True").count == 2)
    }
}
