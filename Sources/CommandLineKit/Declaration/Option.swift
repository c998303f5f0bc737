/// An option of a command, such as `-n, --dry-run` or `--file FILE`.
package struct Option: Sendable {
    /// The name without the two dashes.
    package let long: String
    package let short: Character?
    /// What the option takes; nil for a flag.
    package let value: ValueKind?
    /// One or two sentences.
    package let help: String
    /// Whether the option may be given several times; otherwise the last one counts.
    package let isRepeatable: Bool
    /// Whether it takes all arguments up to the next option, as a shell's `DIR/*` gives them.
    package let takesSeveral: Bool
    /// Of the options that share a group at most one may be given.
    package let group: String?
    /// Whether help and completion leave the option out.
    package let isHidden: Bool
    /// Whether it says where things are: given once, and a command in a hint needs it as well.
    package let saysWhere: Bool

    package init(
        _ long: String, short: Character? = nil, value: ValueKind? = nil, help: String, isRepeatable: Bool = false,
        takesSeveral: Bool = false, group: String? = nil, isHidden: Bool = false,
        saysWhere: Bool = false
    ) {
        self.long = long
        self.short = short
        self.value = value
        self.help = help
        self.isRepeatable = isRepeatable || takesSeveral
        self.takesSeveral = takesSeveral
        self.group = group
        self.isHidden = isHidden
        self.saysWhere = saysWhere
    }
}

/// A positional argument of a command.
package struct Operand: Sendable {
    package let value: ValueKind
    package let help: String
    package let minimum: Int
    /// nil: any number.
    package let maximum: Int?

    /// Exactly one.
    package static func one(_ value: ValueKind, help: String) -> Operand {
        Operand(value: value, help: help, minimum: 1, maximum: 1)
    }

    /// As many as there are, at least one.
    package static func oneOrMore(_ value: ValueKind, help: String) -> Operand {
        Operand(value: value, help: help, minimum: 1, maximum: nil)
    }

    /// As many as there are.
    package static func zeroOrMore(_ value: ValueKind, help: String) -> Operand {
        Operand(value: value, help: help, minimum: 0, maximum: nil)
    }
}

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
