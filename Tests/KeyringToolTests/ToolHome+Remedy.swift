import CommandLineKit
import LosslessJSON
import Testing

@testable import KeyringTool

extension ToolHome {
    /// What `doctor` says of something; nil where it does not find it.
    func finding(_ code: String) -> JSONValue? {
        guard case .array(let findings)? = run("doctor", "--json").json["problems"] else { return nil }
        return findings.first { $0["code"] == .string(code) }
    }

    /// Runs the command of a finding's remedy as it stands there; where there are several, each of which is to mend it, the
    /// choice of them by its number.
    func follow(_ finding: JSONValue?, choice: Int = 0, input: String = "") throws {
        guard case .string(let remedy)? = finding?["remedy"] else {
            Issue.record("no remedy")
            return
        }
        let commands = remedy.split(separator: ", or ").compactMap { text in
            text.firstRange(of: "keyring-tool ").map { String(text[$0.upperBound...]) }
        }
        let command = try #require(commands.indices.contains(choice) ? commands[choice] : nil)
        let words = command.split(separator: " ").map { $0.filter { $0 != "'" } }
        let outcome = run(words, input: input)
        #expect(outcome.status == .success || words.first == "doctor", "\(command): \(outcome.errors)")
    }
}
