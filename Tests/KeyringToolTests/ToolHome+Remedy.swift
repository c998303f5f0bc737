import CommandLineKit
import Foundation
import LosslessJSON
import Testing

extension ToolHome {
    /// What `doctor` says of something; nil where it does not find it.
    func finding(_ code: String) -> JSONValue? {
        guard case .array(let findings)? = run("doctor", "--json").json["problems"] else { return nil }
        return findings.first { $0["code"] == .string(code) }
    }

    /// Runs a line of a shell as a remedy has one: commands of this program, `mv` and `rm`, with `|` and `&&` between them.
    func runLine(_ line: String, input: String = "") throws {
        for list in line.components(separatedBy: " && ") {
            var input = input
            for command in list.components(separatedBy: " | ") {
                let words = command.split(separator: " ").map { $0.filter { $0 != "'" } }
                switch words[0] {
                case "rm": try FileManager.default.removeItem(atPath: words[1])
                case "mv": try FileManager.default.moveItem(atPath: words[1], toPath: words[2])
                default:
                    #expect(words[0] == "keyring-tool", "\(command)")
                    let outcome = run(Array(words.dropFirst()), input: input)
                    #expect(outcome.status == .success, "\(command): \(outcome.errors)")
                    input = outcome.output
                }
            }
        }
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
