package import LosslessYAML

/// Why a configuration, or a change of one, is refused.
public struct CondarcError: Error, Hashable, Sendable {
    /// What kind of error it is, apart from its words.
    public enum Code: Hashable, Sendable {
        /// A value that its parameter does not take.
        case badValue
        /// A value of the wrong shape: a list where a map is due.
        case badType
        /// A change that the type of its parameter does not take: an item of a single value.
        case badChange
        /// No parameter of that name.
        case unknownParameter
        /// A parameter and an alias of it in one source.
        case aliasConflict
        /// Two parameters whose values exclude each other.
        case contradiction
        /// A channel that allowlist and denylist do not let pass.
        case channelNotAllowed
        /// A file that cannot be read.
        case unreadable
        /// A file whose YAML cannot be parsed.
        case syntax
    }

    /// The kind of error.
    public let code: Code
    /// What is wrong, and where in that sentence the key is named, if it is; `description` puts it there.
    package let message: Sentence
    /// The parameter that it is about, or what was given for one.
    public let key: String?
    /// What gave the value that it is about; nil where it is about no value of a source.
    package private(set) var origin: Origin?
    /// The file, if the error is about one.
    public var path: String?
    /// From 1.
    public var line: Int?
    /// From 1, in code points.
    public var column: Int?
    /// What is wrong, in the text of the file.
    package var range: SourceRange?
    /// Another place that it is about, such as the first of two keys.
    package var related: YAMLError.Related?
    /// What to do about it, and what it proposes to write.
    package var advice: Advice?
    /// What to do about it, as a sentence.
    public var hint: String? { advice?.text }
    /// Whether conda leaves the file out with a warning and goes on, rather than stop.
    package var isPassedOver = false

    package init(
        _ code: Code, _ message: Sentence, key: String? = nil, path: String? = nil, at place: SourceLocation? = nil,
        hint: Advice? = nil
    ) {
        self.code = code
        self.message = message
        self.key = key
        self.path = path
        line = place?.line
        column = place?.column
        advice = hint
    }

    /// An error about the value of a key, which stands before the sentence.
    ///
    /// - Parameter origin: nil where no source gives the value, but the user.
    package init(
        _ code: Code, valueOf key: String, _ message: Sentence, from origin: Origin? = nil, hint: Advice? = nil
    ) {
        self.init(code, "\(.key): \(message)", key: key, path: origin?.path, at: origin?.location, hint: hint)
        (self.origin, range) = (origin, origin?.range)
    }

    /// The same, of a value that its parameter does not take.
    package init(valueOf key: String, _ complaint: Complaint, from origin: Origin? = nil) {
        self.init(.badValue, valueOf: key, "\(complaint.message)", from: origin, hint: complaint.advice)
    }
}

extension CondarcError {
    /// The same error with the place of what it is about, where it has none.
    func placed(at origin: Origin) -> CondarcError {
        guard line == nil else { return self }
        var error = self
        (error.path, error.line, error.column, error.range) = (origin.path, origin.line, origin.column, origin.range)
        return error
    }
}

extension CondarcError: CustomStringConvertible {
    /// The whole sentence for people: the key, what is wrong with it, and the variable or option where no file gives it.
    public var description: String {
        guard let origin else { return message.naming("'\(key ?? "")'") }
        let sentence = message.naming(key ?? "")
        return switch origin {
        case .file, .builtIn: sentence
        case .variable, .option: "\(sentence) (from \(origin.description))"
        }
    }
}
