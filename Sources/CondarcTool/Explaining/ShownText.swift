import CommandLineKit
import LosslessJSON
import LosslessYAML

/// Values for people and programs, their secrets taken out unless they are asked for.
struct ShownText {
    let reveal: Bool
    /// The key that they are values of, where none is given with them.
    var name: String?

    func value(_ value: YAMLValue, of key: String? = nil) -> YAMLValue {
        reveal ? value : CondaText.safe(value, named: key ?? name)
    }

    func text(_ value: YAMLValue) -> String {
        let line = ControlCharacters.escaped(self.value(value).plainText)
        return reveal ? line : Redactor.redact(line)
    }

    func json(_ value: YAMLValue, of key: String? = nil) -> JSONValue {
        reveal ? JSONValue(value) : JSONValue(value).redacted(named: key ?? name)
    }

    /// Values by their keys; of those with one key the last counts, as of a name that stands twice in a file.
    func json(_ values: [(key: String, value: YAMLValue)]) -> JSONValue {
        var keys: Set<String> = []
        let last = values.reversed().filter { keys.insert($0.key).inserted }.reversed()
        return .object(last.map { JSONValue.Member($0.key, json($0.value, of: $0.key)) })
    }
}
