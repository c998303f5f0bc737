import CommandLineKit
import Condarc
import LosslessJSON
import LosslessYAML

extension JSONValue {
    /// The same value in JSON; what JSON has no number for (`.inf`, `.nan`) is its name as a string.
    init(_ value: YAMLValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .number(value.digits)
        case .float(let value):
            self = value.isFinite ? .number("\(value)") : .string(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
        case .string(let value): self = .string(value)
        case .sequence(let items): self = .array(items.map { JSONValue($0) })
        case .mapping(let pairs):
            self = .object(pairs.map { JSONValue.Member($0.key.plainText, JSONValue($0.value)) })
        }
    }

    /// The value with the secrets of URLs taken out of its strings.
    var redacted: JSONValue { redacted(named: nil) }

    /// - Parameter name: the key that it is the value of.
    func redacted(named name: String?) -> JSONValue { Redactor.redact(self, named: name.map(CondaText.lastPart)) }
}

extension YAMLValue {
    /// The text of a string, and all else in JSON.
    var plainText: String { text ?? JSONValue(self).text() }
}
