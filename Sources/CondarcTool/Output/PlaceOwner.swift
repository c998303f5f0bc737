import Condarc

/// Whose a place of the search path is.
enum PlaceOwner: String {
    case system
    case user
    case environment
    case variable = "CONDARC"

    init(_ entry: SearchPath.Entry) {
        switch entry.template {
        case let text where text.hasPrefix("$CONDA_PREFIX"): self = .environment
        case let text where text.hasPrefix("$XDG_CONFIG_HOME") || text.hasPrefix("~"): self = .user
        case "$CONDARC": self = .variable
        default: self = .system
        }
    }

    /// Columns that the longest name takes.
    static let width = 11

    var padded: String {
        rawValue + String(repeating: " ", count: PlaceOwner.width - rawValue.utf8.count)
    }
}
