/// What a command is called and, in one line, does.
package struct CommandHeading: Sendable {
    package let name: String
    package let aliases: [String]
    /// One line without a full stop, in the imperative.
    package let summary: String
    /// Whether listings and completion leave the command out.
    package let isHidden: Bool

    package init(_ name: String, aliases: [String] = [], summary: String, isHidden: Bool = false) {
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.isHidden = isHidden
    }

    var names: [String] { [name] + aliases }
}
