import LosslessJSON

extension JSONNode {
    /// Whether it is more than an empty value of its type.
    var mayHoldToken: Bool {
        switch content {
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        case .null, .bool, .number: false
        }
    }
}
