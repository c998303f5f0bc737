/// What a node means, by the rules of ruamel.yaml's round-trip loader (YAML 1.2's core schema; 1.1's after `%YAML 1.1`).
///
/// Timestamps are strings here.
public enum YAMLValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(YAMLInteger)
    case float(Double)
    case string(String)
    case sequence([YAMLValue])
    /// In the order of the text; a key that stands there twice is here twice.
    case mapping([YAMLPair])

    /// Whether both are the same; strings to the byte, and not-a-number is the same as itself.
    public static func == (lhs: Self, rhs: Self) -> Bool {
        switch (lhs, rhs) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
        case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
        case (.sequence(let a), .sequence(let b)): a == b
        case (.mapping(let a), .mapping(let b)): a == b
        default: false
        }
    }

    /// Goes with `==`.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .float(let value): hasher.combine(value.isNaN ? Double.nan : value)
        case .string(let text): text.withBytes { hasher.combine(bytes: $0) }
        case .sequence(let items): hasher.combine(items)
        case .mapping(let pairs): hasher.combine(pairs)
        }
    }

    /// Whether both mean the same: the order of a mapping's keys does not count.
    package func isEquivalent(to other: YAMLValue) -> Bool {
        switch (self, other) {
        case (.sequence(let a), .sequence(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
        case (.mapping(let a), .mapping(let b)):
            YAMLPair.areEquivalent(a, b)
        default: self == other
        }
    }

    /// The value of the last pair with this string as its key, of a mapping.
    public subscript(key: String) -> YAMLValue? {
        guard case .mapping(let pairs) = self else { return nil }
        return pairs.last { $0.key == .string(key) }?.value
    }
}

extension YAMLValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .int(YAMLInteger(value)) }
    public init(floatLiteral value: Double) { self = .float(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: YAMLValue...) { self = .sequence(elements) }
    public init(dictionaryLiteral elements: (YAMLValue, YAMLValue)...) {
        self = .mapping(elements.map { YAMLPair(key: $0.0, value: $0.1) })
    }
}
