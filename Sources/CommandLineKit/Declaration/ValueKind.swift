/// What an option or a positional argument takes: its name in the synopsis, and how a shell completes it.
package struct ValueKind: Sendable {
    /// What a shell offers for a value.
    package enum Completion: Sendable {
        case nothing
        case file
        case directory
        /// The only values there are: any other is a usage error.
        case choices([String])
        /// Suggestions that hang on what was typed before, and on files; those that do not begin like the word that is
        /// being typed, which comes second, are left out.
        case candidates(@Sendable (Invocation, String) -> [Candidate])
    }

    /// In capitals, such as `FILE`.
    package let name: String
    package let completion: Completion
    /// Whether it is the path of a file or directory.
    private(set) var isPath = false
    /// The hint for a word that is none of the choices; nil for the ordinary one.
    private(set) var explainOther: (@Sendable (String) -> String?)?

    /// Any text.
    package static func text(_ name: String) -> ValueKind { ValueKind(name: name, completion: .nothing) }
    /// The path of a file.
    package static func file(_ name: String = "FILE") -> ValueKind {
        ValueKind(name: name, completion: .file, isPath: true)
    }
    /// The path of a file, in the place of which a shell may offer words.
    package static func file(
        _ name: String = "FILE", orOneOf words: @escaping @Sendable (Invocation) -> [Candidate]
    ) -> ValueKind {
        ValueKind(name: name, completion: .candidates { call, _ in words(call) + [.anyFile] }, isPath: true)
    }
    /// The path of a directory.
    package static func directory(_ name: String = "DIR") -> ValueKind {
        ValueKind(name: name, completion: .directory, isPath: true)
    }
    /// One of a few words; others are refused.
    ///
    /// - Parameter explainOther: the hint for such a word, which may be what people call one of them.
    package static func choice(
        _ name: String, of choices: [String], explainOther: (@Sendable (String) -> String?)? = nil
    ) -> ValueKind {
        var kind = ValueKind(name: name, completion: .choices(choices))
        kind.explainOther = explainOther
        return kind
    }

    /// Any text, of which a shell offers what fits the words before it.
    package static func completing(
        _ name: String, _ candidates: @escaping @Sendable (Invocation, String) -> [Candidate]
    ) -> ValueKind { ValueKind(name: name, completion: .candidates(candidates)) }

    /// The values that are allowed, where there are only some.
    var choices: [String]? {
        if case .choices(let choices) = completion { return choices }
        return nil
    }
}
