package import LosslessYAML

extension YAMLValue {
    /// The items, of a sequence.
    package var items: [YAMLValue]? {
        if case .sequence(let items) = self { items } else { nil }
    }

    /// The keys and values, of a map.
    package var pairs: [YAMLPair]? {
        if case .mapping(let pairs) = self { pairs } else { nil }
    }

    /// The text, of a string.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// What it is called in messages, with its article.
    package var noun: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .int: "an integer"
        case .float: "a number"
        case .string: "a string"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }

    /// A value that is equal for values that Python takes for equal: `true`, `1` and `1.0`, and maps in any order.
    var pythonIdentity: YAMLValue {
        switch self {
        case .bool(let bool): return .int(YAMLInteger(bool ? 1 : 0))
        case .float(let number):
            if let whole = Int(exactly: number) { return .int(YAMLInteger(whole)) }
            return self
        case .sequence(let items): return .sequence(items.map(\.pythonIdentity))
        case .mapping(let pairs):
            let sorted = pairs.map { YAMLPair(key: $0.key.pythonIdentity, value: $0.value.pythonIdentity) }
                .sorted { $0.key.pythonText < $1.key.pythonText }
            return .mapping(sorted)
        case .null, .int, .string: return self
        }
    }
}
