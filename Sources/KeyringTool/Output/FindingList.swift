import CommandLineKit

/// Findings for people: what is wrong, where, and what to do about it.
struct FindingList {
    let findings: [Finding]
    /// Columns to keep to.
    let width: Int
    let paths: PathDisplay

    func write(to console: Console) {
        for finding in findings {
            let label = "\(finding.level.rawValue): "
            let mark = finding.isFixable ? "[\(finding.code), fixable] " : "[\(finding.code)] "
            let lines = TextWrapping.lines(mark + finding.message, width: max(width - label.utf8.count, 20))
            for (index, line) in lines.enumerated() {
                let margin = String(repeating: " ", count: label.utf8.count)
                console.writeLine(
                    (index == 0 ? StyledText(label, finding.level.style) : StyledText(margin)) + StyledText(line))
            }
            if let path = finding.path {
                console.writeLine(StyledText("  at \(paths.short(path))\(finding.line.map { ":\($0)" } ?? "")", .dim))
            }
            if !finding.isFixable, let advice = finding.advice {
                for (index, line) in TextWrapping.lines(advice, width: max(width - 5, 20)).enumerated() {
                    console.writeLine(StyledText((index == 0 ? "  do " : "     ") + line))
                }
            }
        }
        let fixable = findings.filter(\.isFixable).count
        if fixable > 0 {
            console.writeLine(StyledText("'keyring-tool doctor --fix' mends \(fixable) of \(findings.count).", .bold))
        }
    }
}

extension Finding.Level {
    fileprivate var style: Style {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }
}

/// Paths as people write them.
struct PathDisplay {
    let home: String?

    /// The path with `~` for the home directory.
    func short(_ path: String) -> String {
        guard let home else { return path }
        return path.hasPrefix(home + "/") && home.utf8.count > 1 ? "~" + path.dropFirst(home.count) : path
    }
}
