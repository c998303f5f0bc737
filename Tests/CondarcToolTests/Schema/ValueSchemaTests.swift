import Foundation
import LosslessJSON
import LosslessYAML
import Testing

@testable import Condarc
@testable import CondarcTool

@Suite struct ValueSchemaTests {
    /// Whether one of the patterns of a schema's strings takes a text.
    private func takes(_ schema: JSONValue, _ text: String) -> Bool {
        func patterns(_ value: JSONValue) -> [String] {
            switch value {
            case .object(let members):
                members.flatMap { member in
                    if member.name == "pattern", case .string(let text) = member.value {
                        [text]
                    } else {
                        patterns(member.value)
                    }
                }
            case .array(let items): items.flatMap(patterns)
            default: []
            }
        }
        func words(_ value: JSONValue) -> [String] {
            switch value {
            case .object(let members): members.flatMap { words($0.value) }
            case .array(let items): items.flatMap { if case .string(let text) = $0 { [text] } else { words($0) } }
            default: []
            }
        }
        return words(schema).contains(text)
            || patterns(schema).contains { text.range(of: $0, options: .regularExpression) != nil }
    }

    /// What the schema says of a text has to be what the typer does with it.
    @Test(
        arguments: [
            PrimitiveType.bool, .boolOrNull, .boolOrInt, .int, .float, .choice(.channelPriority),
            .choice(.safetyChecks), .choice(.updateModifier),
        ],
        [
            "true", "Yes", "on", "Y", "no", "OFF", "none", "", "0", "1", "+3", "-1",
            "1.5", ".5", "1e3", "inf", "NaN", "0x10", "maybe", "t", " yes ", "strict", "STRICT", "flexible", "warn",
            "WARN", "UPDATE_ALL", "update_all",
        ])
    func `a schema takes the words that conda takes, and no other`(type: PrimitiveType, text: String) {
        let isTaken = (try? Coercion.typed(.string(text), as: type)) != nil
        #expect(takes(ValueSchema.json(of: type), text) == isTaken)
    }

    @Test func `a list and a map may be null, and what is in them has its type`() {
        let list = ValueSchema.json(of: .sequence(of: .primitive(.string)))
        #expect(list["type"] == ["array", "null"] && list["items"]?["type"] == ["string", "number", "boolean"])
        let map = ValueSchema.json(of: .map(of: .sequence(of: .primitive(.string))))
        #expect(map["type"] == ["object", "null"] && map["additionalProperties"]?["type"] == ["array", "null"])
    }

    @Test func `what a value must fulfil beyond its type is told as far as a schema can`() {
        let alias = ValueSchema.json(of: .primitive(.string), rule: .urlWithScheme)
        #expect(takes(alias, "https://h") && takes(alias, "") && !takes(alias, "h.example"))
        let python = ValueSchema.json(of: .primitive(.stringOrNull), rule: .pythonVersion)
        #expect(takes(python, "3.12") && !takes(python, "4.0") && !takes(python, "x"))
        let columns = ValueSchema.json(of: .sequence(of: .primitive(.string)), rule: .listFields)
        #expect(columns["items"]?["enum"] == ValidationRule.fields.json)
    }
}
