import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import LosslessYAML

/// What `check` finds of new values alone, told where they are given.
enum ValueDoubts {
    static func checker(_ session: Session) -> Checker {
        let options = CheckOptions(
            selection: .ofNewValues, pathExists: session.pathExists)
        return Checker(options, host: session.host, facts: session.facts(root: nil))
    }

    /// - Parameter edit: gives an empty file the values.
    static func notices(about edit: (inout CondarcEditor) throws -> Void, _ session: Session) -> [Message] {
        guard var editor = try? CondarcEditor([]), (try? edit(&editor)) != nil else { return [] }
        return checker(session).findings(path: "", bytes: editor.bytes).map {
            Message(.note, $0.message, hint: $0.hint, meantName: $0.meantName)
        }
    }

    /// The same of values in a text, with their places.
    static func messages(
        about findings: [Finding], as severity: Message.Severity, in document: YAMLDocument
    ) -> [Message] {
        if findings.isEmpty { return [] }
        let source = ExcerptSource(configuration: document.bytes)
        return findings.map { finding in
            var message = finding.message(path: finding.path, in: finding.hasLine ? source : nil)
            message.severity = severity
            return message
        }
    }

    /// Whether new items are worth a look: most are words, and no rule has anything to say of those.
    static func areWorthALook(_ items: [String], key: String) -> Bool {
        !items.allSatisfy { isWord($0) && $0 != "nodefaults" } || !ItemArguments.holdsChannels(key)
    }

    static func isWorthALook(_ text: String, key: String) -> Bool {
        guard isWord(text) else { return true }
        return switch ParameterTable.parameter(forKey: key)?.type {
        case .primitive(.bool), .primitive(.boolOrNull), .primitive(.choice): false
        default: true
        }
    }

    private static func isWord(_ text: String) -> Bool {
        text.utf8.first?.isLetter == true && text.utf8.allSatisfy(\.isOfName)
    }
}
