import LosslessYAML

extension YAMLNode {
    /// Whether it means null, written or left out.
    var isNull: Bool { kind == .scalar && value == .null }

    /// What it is called in messages.
    var noun: String {
        switch kind {
        case .mapping: "map"
        case .sequence: "list"
        case .scalar, .alias: "single value"
        }
    }
}
