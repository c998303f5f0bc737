/// What is told to people of one thing: what it is, where, what to do about it.
package struct Message: Sendable, Equatable {
    /// How much it matters.
    package enum Severity: String, Sendable, CaseIterable {
        case error
        case warning
        case note
    }

    package var severity: Severity
    /// The rule or code that stands before the text.
    package var code: String?
    /// Lower case, without a full stop.
    package var text: String
    /// The place as it is written before the text, such as `~/.condarc:3:5`.
    package var place: String?
    package var excerpt: Excerpt?
    /// What to do about it.
    package var hint: String?
    /// The name that the hint asks whether it was meant, by which others see that the same was said.
    package var meantName: String?

    package init(
        _ severity: Severity, code: String? = nil, _ text: String, place: String? = nil, excerpt: Excerpt? = nil,
        hint: String? = nil, meantName: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.text = text
        self.place = place
        self.excerpt = excerpt
        self.hint = hint
        self.meantName = meantName
    }
}

extension Message.Severity {
    /// What a message's label looks like.
    package var style: Style {
        switch self {
        case .error: .red
        case .warning: .magenta
        case .note: .bold
        }
    }
}
