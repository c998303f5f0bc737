/// What the caller of a check decides.
package struct CheckOptions: Sendable {
    package var selection: RuleSelection
    /// Of `--forbid-channel`.
    package var forbiddenChannels: [ChannelPattern]
    /// Asks the file system, for values that must name a file.
    package var pathExists: @Sendable (String) -> Bool

    package init(
        selection: RuleSelection = .standard, forbiddenChannels: [ChannelPattern] = [],
        pathExists: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.selection = selection
        self.forbiddenChannels = forbiddenChannels
        self.pathExists = pathExists
    }
}
