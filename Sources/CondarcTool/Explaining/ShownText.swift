import CommandLineKit
import LosslessJSON
import LosslessYAML

/// Values for people and programs, their secrets taken out unless they are asked for.
struct ShownText {
    let reveal: Bool
    /// The key that they are values of.
    var name: String?

    func text(_ value: YAMLValue) -> String {
        let value = reveal ? value : CondaText.safe(value, named: name)
        let line = ControlCharacters.escaped(value.plainText)
        return reveal ? line : Redactor.redact(line)
    }

    func json(_ value: YAMLValue) -> JSONValue { reveal ? JSONValue(value) : JSONValue(value).redacted(named: name) }
}
