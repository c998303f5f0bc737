import CommandLineKit
import SecureFileStore

/// Findings for people, laid out as those of `condarc-tool check`: place, code and message, the line, what to do.
struct FindingList {
    let findings: [Finding]
    let files: FileStore

    func write(to console: Console) {
        for (position, finding) in findings.enumerated() {
            if position > 0 { console.writeLine() }
            let place = finding.path.map { path in
                console.shown(path: path) + (finding.line.map { ":\($0)" } ?? "")
                    + (finding.column.map { ":\($0)" } ?? "")
            }
            let remedy = finding.isFixable ? "'keyring-tool doctor --fix' mends it" : finding.advice
            console.write(
                Message(
                    .init(rawValue: finding.level.rawValue) ?? .note, code: finding.code, finding.message, place: place,
                    excerpt: excerpt(finding), hints: remedy.map { [$0] } ?? []))
        }
        let fixable = findings.filter(\.isFixable).count
        if fixable > 0 {
            console.writeLine()
            console.writeLine(
                StyledText(
                    console.completing("'keyring-tool doctor --fix' mends \(fixable) of \(findings.count)."), .bold))
        }
    }

    /// Of a configuration file alone: the lines of stores are never shown.
    private func excerpt(_ finding: Finding) -> Excerpt? {
        guard let path = finding.path, let line = finding.line,
            ["condarc", ".yml", ".yaml"].contains(where: path.hasSuffix),
            let snapshot = try? files.snapshot(path, limit: SizeLimit.configuration)
        else { return nil }
        let source = ExcerptSource(snapshot.bytes)
        let column = finding.column ?? 1
        return Excerpt(
            of: source,
            marks: [.init(line: line, column: column, endColumn: source.endColumn(line: line, column: column))])
    }
}
