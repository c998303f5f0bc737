import Condarc
import LosslessYAML

/// What an edit is meant to bring about in the effective configuration.
enum EditWish {
    /// The list has none of these items any more.
    case without([String], key: String)
    /// The list has these items.
    case with([String], key: String)
    /// The list is exactly these items.
    case exactly([String], key: String)
    /// The parameter, or the entry of a map, has the value that the text means.
    case value(String, key: String)
    /// Nobody sets the parameter, or the entry of a map.
    case unset(key: String)

    /// What a whole file wishes, as `apply` takes one.
    static func all(in values: [FileValues.Entry]) -> [EditWish] {
        values.map { entry in
            switch entry.value {
            case .null: .unset(key: entry.key)
            case .sequence(let items): .exactly(items.map(\.pythonText), key: entry.key)
            case .mapping: .with([], key: entry.key)
            case .bool, .int, .float, .string: .value(entry.value.pythonText, key: entry.key)
            }
        }
    }

    var key: String {
        switch self {
        case .without(_, let key), .with(_, let key), .exactly(_, let key), .value(_, let key), .unset(let key): key
        }
    }
}
