/// A value of the configuration after, or before, it got its parameter's type.
package enum ConfigValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(DecimalInteger)
    case float(Double)
    case string(String)
    case list([ConfigValue])
    case map([Entry])

    /// A key and its value; a map keeps the order of its source.
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let value: ConfigValue

        package init(_ key: String, _ value: ConfigValue) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a map's key.
    package subscript(key: String) -> ConfigValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The items, of a list.
    package var items: [ConfigValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    /// The text, of a string.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// What it is called in messages.
    package var noun: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .int: "integer"
        case .float: "number"
        case .string: "string"
        case .list: "list"
        case .map: "map"
        }
    }
}

// The parameter table reads better with the values' own literals.
extension ConfigValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(nilLiteral: ()) { self = .null }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .int(DecimalInteger(value)) }
    package init(floatLiteral value: Double) { self = .float(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: ConfigValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, ConfigValue)...) { self = .map(elements.map(Entry.init)) }
}
