extension StyledText {
    /// What all is well with.
    package static func good(_ text: String) -> StyledText { StyledText("✓ ", .green) + StyledText(text) }

    /// `2 errors, 1 warning`
    package static func summary(_ counts: [Message.Severity: Int]) -> StyledText {
        var text = StyledText(spans: [])
        for severity in Message.Severity.allCases {
            guard let count = counts[severity] else { continue }
            text += StyledText(text.spans.isEmpty ? "" : ", ")
            text += StyledText(count.of(severity.rawValue), severity.style)
        }
        return text
    }
}
