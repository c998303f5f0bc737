/// The type of a value: a single one, or a list or map of any of these.
package enum ParameterType: Hashable, Sendable {
    case primitive(PrimitiveType)
    /// A list; an environment variable separates its items with the delimiter.
    indirect case sequence(of: ParameterType, delimiter: Delimiter = .comma)
    /// A map from names.
    indirect case map(of: ParameterType)

    var isPrimitive: Bool {
        if case .primitive = self { true } else { false }
    }

    var isSequence: Bool {
        if case .sequence = self { true } else { false }
    }

    /// Whether it is a map, or a list of maps.
    var holdsMaps: Bool {
        switch self {
        case .map, .sequence(of: .map, _): true
        default: false
        }
    }

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
