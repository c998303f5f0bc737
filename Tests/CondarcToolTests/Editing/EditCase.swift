import CommandLineKit
import Testing

/// One call, on a file, and what the file then is.
struct EditCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let before: String?
    let after: String?

    init(_ arguments: [String], _ before: String?, _ after: String?) {
        self.arguments = arguments
        self.before = before
        self.after = after
    }

    var testDescription: String { arguments.joined(separator: " ") }

    /// A first call does what it says and a second one nothing; a rehearsal changes nothing, and `--check` says what would be.
    func check() throws {
        let home = try ToolHome(condarc: before)
        let changes = before != after
        let dry = home.run(arguments + ["-n"])
        #expect(dry.status == .success)
        #expect(dry.output.isEmpty == !changes)
        let check = home.run(arguments + ["--check"])
        #expect(check.status == (changes ? .negative : .success))
        #expect(check.output == dry.output)
        #expect(home.text() == before)
        let first = home.run(arguments)
        #expect(first.status == .success && first.output == "", "\(first.errors)")
        #expect(home.text() == after)
        let second = home.run(arguments + ["--json"])
        #expect(second.output.hasPrefix(#"{"schema": 1, "changed": false, "path": "HOME/.condarc""#))
        #expect(home.text() == after)
    }
}
