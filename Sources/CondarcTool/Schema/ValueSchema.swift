import Condarc
import LosslessJSON

/// What a JSON Schema says of one value: what conda takes, which is more than the parameter's own type.
///
/// Words of booleans and numbers are those that people write; that conda also takes numerals of every script and
/// complex numbers for true is left out.
enum ValueSchema {
    /// - Parameter rule: what the value must fulfil beyond its type.
    static func json(of type: ParameterType, rule: ValidationRule? = nil) -> JSONValue {
        switch type {
        case .primitive(let type): rule.flatMap { json(of: $0) } ?? json(of: type)
        case .sequence(let element, _):
            [
                "type": ["array", "null"],
                "items": rule == .listFields ? ["enum": ValidationRule.fields.json] : item(of: element),
            ]
        case .map(let element):
            ["type": ["object", "null"], "additionalProperties": json(of: element)]
        }
    }

    /// An item that is null becomes the word None, which nobody means.
    private static func item(of element: ParameterType) -> JSONValue {
        element == .primitive(.string) ? ["type": ["string", "number", "boolean"]] : json(of: element)
    }

    static func json(of type: PrimitiveType) -> JSONValue {
        switch type {
        case .bool: anyOf(["boolean", "number", "null"], words: trueWords + falseWords, pattern: number)
        case .boolOrNull:
            anyOf(["boolean", "number", "null"], words: trueWords + falseWords + ["~", "null"], pattern: number)
        case .boolOrInt: anyOf(["boolean", "integer"], words: plainWords, pattern: integer)
        case .int: anyOf(["integer", "number", "boolean"], pattern: integer)
        case .float: anyOf(["number", "boolean"], pattern: number)
        case .string, .stringOrNull, .stringOrBool:
            ["type": ["string", "boolean", "number", "null"]]
        case .choice(let choice): json(of: choice)
        }
    }

    private static func json(of choice: Choice) -> JSONValue {
        var words = choice.values.map { JSONValue.string($0) }
        var rest = choice.names.filter { !choice.values.contains($0) }.map { pattern(word: $0) }
        if choice == .channelPriority {
            // It was a boolean once.
            words += [true, false]
            rest += plainWords.map { pattern(word: $0, ignoringCase: true) }
        }
        guard !rest.isEmpty else { return ["enum": .array(words)] }
        return ["anyOf": [["enum": .array(words)], text(rest)]]
    }

    /// Nil where a schema cannot tell more than the type does.
    private static func json(of rule: ValidationRule) -> JSONValue? {
        switch rule {
        case .existingPathOrTruststore, .listFields: nil
        case .urlWithScheme:
            ["type": "string", "pattern": "^$|^[a-z][a-z0-9]{0,11}://"]
        case .pythonVersion:
            [
                "anyOf": [
                    ["type": "string", "pattern": "^\\s*([23]\\.[0-9]+|[Nn][Oo][Nn][Ee])?\\s*$"],
                    ["type": "number", "minimum": 2, "exclusiveMaximum": 4], ["type": "null"],
                ]
            ]
        }
    }

    private static let trueWords = ["true", "yes", "on", "y"]
    private static let falseWords = ["false", "off", "n", "no", "non", "none", ""]
    private static let plainWords = ["true", "yes", "on", "false", "no", "off"]
    private static let integer = "[+-]?[0-9]+(_[0-9]+)*"
    private static let number =
        "[+-]?([0-9]+(_[0-9]+)*\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?([Ii][Nn][Ff]|[Nn][Aa][Nn])"

    private static func anyOf(_ types: [String], words: [String] = [], pattern other: String) -> JSONValue {
        ["anyOf": [["type": types.json], text(words.map { pattern(word: $0, ignoringCase: true) } + [other])]]
    }

    /// A string that one of the patterns is, blanks around it apart.
    private static func text(_ patterns: [String]) -> JSONValue {
        ["type": "string", "pattern": .string("^\\s*(" + patterns.joined(separator: "|") + ")\\s*$")]
    }

    /// A word as a regular expression; JSON Schema has no other way to pass over upper and lower case.
    private static func pattern(word: String, ignoringCase: Bool = false) -> String {
        guard ignoringCase else { return word }
        return word.map { letter in
            let upper = letter.uppercased()
            return upper == String(letter) ? String(letter) : "[\(upper)\(letter)]"
        }.joined()
    }
}
