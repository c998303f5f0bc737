package import LosslessYAML

/// Where a value comes from.
package enum Origin: Hashable, Sendable {
    /// Line and column from 1, the column in code points; the range is nil where nothing is written.
    case file(path: String, line: Int, column: Int, range: SourceRange?)
    /// The name of the variable as it is in the environment.
    case variable(String)
    /// The option, as it was given.
    case option(String)
    /// conda's own default.
    case builtIn

    /// A short text for people: `/home/kim/.condarc:3`, `$CONDA_CHANNELS`, `--json`, `default`.
    package var description: String {
        switch self {
        case .file(let path, let line, _, _): "\(path):\(line)"
        case .variable(let name): "$\(name)"
        case .option(let option): option
        case .builtIn: "default"
        }
    }

    /// The same beside another place of its source: `line 3`, or the variable.
    var shortDescription: String { line.map { "line \($0)" } ?? description }

    package var path: String? {
        if case .file(let path, _, _, _) = self { path } else { nil }
    }

    /// From 1.
    package var line: Int? { location?.line }
    /// From 1.
    package var column: Int? { location?.column }

    package var location: SourceLocation? {
        if case .file(_, let line, let column, _) = self { SourceLocation(line: line, column: column) } else { nil }
    }

    /// What stands there, in the text of the file.
    package var range: SourceRange? {
        if case .file(_, _, _, let range) = self { range } else { nil }
    }

    /// Whether it stands on a later line of the same file.
    func isBehind(_ other: Origin) -> Bool {
        guard path == other.path, let line, let before = other.line else { return false }
        return line > before
    }

    /// The path, the variable, the option or `default`: what the `source` of a JSON result holds.
    package var source: String {
        if case .file(let path, _, _, _) = self { path } else { description }
    }
}
