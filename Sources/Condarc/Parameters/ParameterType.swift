/// The type of a value: a single one, or a list or map of any of these.
package enum ParameterType: Hashable, Sendable {
    case primitive(PrimitiveType)
    /// A list; an environment variable separates its items with the delimiter.
    indirect case sequence(of: ParameterType, delimiter: Delimiter = .comma)
    /// A map from names.
    indirect case map(of: ParameterType)

    /// The word that conda uses for the shape.
    package var word: String {
        switch self {
        case .primitive: "primitive"
        case .sequence: "sequence"
        case .map: "map"
        }
    }

    /// The names of what it holds, as `conda config --describe` lists them.
    package var elementNames: [String] {
        switch self {
        case .primitive(let type): type.names
        case .sequence(let element, _), .map(let element): [element.word]
        }
    }

    /// The type of the innermost values.
    package var innermost: PrimitiveType {
        switch self {
        case .primitive(let type): type
        case .sequence(let element, _), .map(let element): element.innermost
        }
    }
}

/// The type of a single value.
package enum PrimitiveType: Hashable, Sendable {
    case bool
    case boolOrNull
    case boolOrInt
    case int
    case float
    case string
    case stringOrNull
    case stringOrBool
    case choice(Choice)

    /// Its parts as conda names them.
    package var names: [String] {
        switch self {
        case .bool: ["bool"]
        case .boolOrNull: ["bool", "NoneType"]
        case .boolOrInt: ["bool", "int"]
        case .int: ["int"]
        case .float: ["float"]
        case .string: ["str"]
        case .stringOrNull: ["str", "NoneType"]
        case .stringOrBool: ["str", "bool"]
        case .choice(let choice): [choice.name]
        }
    }
}

/// One of a few words, which is an enumeration to conda; each stands in the table of its parameter.
package struct Choice: Hashable, Sendable {
    /// conda's name of the enumeration.
    package let name: String
    /// The words, as they are written.
    package let values: [String]
    /// The names that are accepted in place of the words, in the same order.
    package let names: [String]

    init(_ name: String, _ values: [String], hasNamesInCapitals: Bool = true) {
        self.name = name
        self.values = values
        names = hasNamesInCapitals ? values.map { $0.uppercased() } : values
    }
}

/// What separates the items of a sequence in an environment variable.
package enum Delimiter: Hashable, Sendable {
    case comma
    case ampersand
    /// `:`, on Windows `;`.
    case pathSeparator

    /// What separates items on a platform.
    package func character(onWindows isWindows: Bool) -> Character {
        switch self {
        case .comma: ","
        case .ampersand: "&"
        case .pathSeparator: isWindows ? ";" : ":"
        }
    }
}
