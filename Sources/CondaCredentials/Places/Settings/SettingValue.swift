/// The value of a setting and where it came from.
package struct SettingValue: Sendable, Equatable {
    package let value: TOMLValue
    package let origin: SettingOrigin

    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// A truth value as pydantic reads one.
    package var boolean: Bool? {
        switch value {
        case .boolean(let value): value
        case .string(let text): SettingValue.boolean(text)
        case .number("0"), .number("0.0"): false
        case .number("1"), .number("1.0"): true
        default: nil
        }
    }

    static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "true", "t", "yes", "y", "on": true
        case "0", "false", "f", "no", "n", "off": false
        default: nil
        }
    }
}
