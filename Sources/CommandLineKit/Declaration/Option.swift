/// An option of a command, such as `-n, --dry-run` or `--file FILE`.
package struct Option: Sendable {
    /// The name without the two dashes.
    package let long: String
    package let short: Character?
    /// What the option takes; nil for a flag.
    package let value: ValueKind?
    /// One or two sentences; made only for who asks for it.
    package var help: String { makeHelp() }
    private let makeHelp: @Sendable () -> String
    /// Whether the option may be given several times; otherwise two different values are an error.
    package let isRepeatable: Bool
    /// Whether it takes all arguments up to the next option, as a shell's `DIR/*` gives them.
    package let takesSeveral: Bool
    /// Of the options that share a group at most one may be given.
    package let group: String?
    /// Whether help and completion leave the option out.
    package let isHidden: Bool
    /// Whether it says where things are: a command in a hint needs it as well.
    package let saysWhere: Bool

    package init(
        _ long: String, short: Character? = nil, value: ValueKind? = nil,
        help: @autoclosure @escaping @Sendable () -> String, isRepeatable: Bool = false,
        takesSeveral: Bool = false, group: String? = nil, isHidden: Bool = false,
        saysWhere: Bool = false
    ) {
        self.long = long
        self.short = short
        self.value = value
        makeHelp = help
        self.isRepeatable = isRepeatable || takesSeveral
        self.takesSeveral = takesSeveral
        self.group = group
        self.isHidden = isHidden
        self.saysWhere = saysWhere
    }

    /// The option as it is typed, long form first.
    var spellings: [String] { ["--\(long)"] + (short.map { ["-\($0)"] } ?? []) }
}
