import CommandLineKit

/// Findings for people: each with its place and what to do about it.
enum FindingList {
    static func write(_ findings: [Finding], to console: Console) {
        for finding in findings {
            let style: Style =
                switch finding.level {
                case .error: .red
                case .warning: .yellow
                case .note: .cyan
                }
            var place = finding.path.map { "\($0)" } ?? ""
            if let line = finding.line { place += ":\(line)" }
            if !place.isEmpty { place += ": " }
            console.writeLine(
                StyledText(finding.level.rawValue, style)
                    + StyledText(" [\(finding.code)] \(place)\(Redactor.redact(finding.message))"))
            if let remedy = finding.remedy {
                console.writeLine(StyledText("    → ", .dim) + StyledText(Redactor.redact(remedy)))
            }
        }
    }
}
