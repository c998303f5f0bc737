import CommandLineKit
import Testing

@Suite struct ConfigurationSearchTests {
    @Test func `below a directory the files that conda could read are checked, at any depth`() throws {
        let home = try ToolHome()
        for name in ["a/.condarc", "a/b/condarc", "a/my.condarc", "a/condarc.d/x.yml", "a/condarc.d/y.yaml"] {
            try home.write("nope: 1\n", to: name)
        }
        for name in ["a/other.yml", "a/condarc.d/x.txt", "a/condarc.d/.yml", "a/condarc.txt"] {
            try home.write("nope: 1\n", to: name)
        }
        let outcome = home.run(["check", "HOME/a"])
        #expect(outcome.status == .negative)
        let found = outcome.output.split(separator: "\n").filter { $0.contains(": unknown-parameter: ") }
            .map { String($0.prefix { $0 != ":" }) }
        #expect(
            found == [
                "HOME/a/.condarc", "HOME/a/b/condarc", "HOME/a/condarc.d/x.yml", "HOME/a/condarc.d/y.yaml",
                "HOME/a/my.condarc",
            ])
        #expect(outcome.errors.contains("5 files checked: 5 warnings"))
    }
}
