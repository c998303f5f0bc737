import CommandLineKit
import CondaSession

/// Findings for people, laid out as those of `condarc-tool check`: place, code and message, the line, what to do.
struct DoctorFindingList {
    let findings: [DoctorFinding]
    /// What they were found by.
    let examination: Examination

    func write(to console: Console) {
        var sources: [String: ExcerptSource] = [:]
        for (position, finding) in findings.enumerated() {
            if position > 0 { console.writeLine() }
            let place = finding.path.map { path in
                console.shown(path: path) + (finding.line.map { ":\($0)" } ?? "")
                    + (finding.column.map { ":\($0)" } ?? "")
            }
            let remedy = finding.isFixable ? "'keyring-tool doctor --fix' mends it" : finding.advice
            console.write(
                Message(
                    finding.level, code: finding.code, finding.message, place: place,
                    excerpt: finding.excerpt ?? excerpt(finding, &sources), hint: remedy))
        }
        guard !findings.isEmpty else { return }
        let counts = findings.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
        let fixable = findings.count(where: \.isFixable)
        console.writeLine()
        console.writeLine(
            StyledText.summary(counts)
                + StyledText(fixable > 0 ? console.completing("; 'keyring-tool doctor --fix' mends \(fixable)") : ""))
    }

    /// - Parameter sources: the files that were read for it, each once.
    private func excerpt(_ finding: DoctorFinding, _ sources: inout [String: ExcerptSource]) -> Excerpt? {
        guard let path = finding.path, let line = finding.line, let source = sources[path] ?? source(path) else {
            return nil
        }
        sources[path] = source
        return Excerpt(of: source, line: line, column: finding.column)
    }

    private func source(_ path: String) -> ExcerptSource? {
        guard ["condarc", ".yml", ".yaml"].contains(where: path.hasSuffix) else {
            return StoreExcerpt.source(path, examination.session.files)
        }
        return examination.condarc.bytes(of: path).map { ExcerptSource(configuration: $0) }
    }
}
