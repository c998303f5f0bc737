/// Why a text was not read, or an edit not made; nothing was changed.
public struct YAMLError: Error, Hashable, Sendable {
    /// What kind of error it is, apart from its words.
    public enum Code: String, Hashable, Sendable {
        /// The text is not YAML.
        case syntax
        /// YAML, but of a kind this module does not read: another encoding, several documents, too large, too deep.
        case unsupported
        /// The edit would also change what it was not asked to change.
        case refused
        /// There is no node at the path.
        case notFound
        /// The edited text did not pass verification: a defect of this module.
        case `internal`
    }

    /// The kind of error.
    public var code: Code
    /// Lower case, without a full stop.
    public var message: String
    /// Where in the text; nil where it is about the whole.
    public var location: SourceLocation?
    /// Right behind what the message is about; nil where that is only a place.
    package var end: SourceLocation?
    /// A second place that belongs to the problem: where what is not closed opens, where a repeated key stands first.
    package var related: Related?
    /// What to do about it, and what it proposes to write.
    package var advice: Advice?
    /// What to do about it, as a sentence.
    public var hint: String? { advice?.text }
    /// Whether already the characters are wrong, not first the order of the tokens that they make.
    package var isLexical = false

    /// Another place, and what it has to do with the error.
    package struct Related: Hashable, Sendable {
        package var span: SourceSpan
        /// A few words to stand beside it: `opened here`.
        package var words: String

        package init(_ words: String, _ span: SourceSpan) {
            self.span = span
            self.words = words
        }
    }

    /// An error about a part of the text.
    package init(_ code: Code, _ message: String, at span: SourceSpan, related: Related? = nil, hint: Advice? = nil) {
        self.init(code, message, at: span.start, to: span.end, related: related, hint: hint)
    }

    package init(
        _ code: Code, _ message: String, at location: SourceLocation? = nil, to end: SourceLocation? = nil,
        related: Related? = nil, hint: Advice? = nil
    ) {
        self.code = code
        self.message = message
        self.location = location
        self.end = end
        self.related = related
        advice = hint
    }
}
