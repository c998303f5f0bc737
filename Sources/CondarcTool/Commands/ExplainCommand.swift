import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import HostPlatform

/// `explain KEY`, `explain CHANNEL`
enum ExplainCommand: Command {
    static let heading = CommandHeading("explain", summary: "tell how a value or a channel's URLs came about")

    private static let channel = Option(
        "channel", help: "Take the argument for a channel, even if a parameter has that name.")
    private static let prefix = Option(
        "prefix", value: .directory(), help: "Explain what counts in the environment in this directory.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .one(
                    .keyOrChannel,
                    help:
                        "A parameter, by name or alias; an entry of a map, such as `proxy_servers.https`; a setting of a "
                        + "plugin, `plugins.NAME`; or the name, URL or path of a channel.")
            ],
            options: [channel, prefix, EnforceCommand.policy, .root, .reveal] + Option.forAllCommands,
            description: [
                "Of a parameter: what each source says, weakest first, which flags it has, what was overridden and by "
                    + "which line, and what came out.",
                "Of anything else, which is taken for a channel: which setting turns it into which URLs "
                    + "(channel_alias, custom_channels, custom_multichannels, default_channels and what was migrated), where it "
                    + "stands among `channels`, whether allowlist and denylist let it pass, which element of channel_settings "
                    + "counts for it, and where a token would come from.",
                "With `--json`, a parameter has `key`, `value`, `default`, `sources` and `problems`; each source has "
                    + "`source`, `line`, `key`, `value`, `flag`, `fate`, `by` and `parts`. A channel has `channel`, `rule`, "
                    + "`decided_by` and `channels`. Where a source cannot be read, or a value is wrong, `error` is the first such.",
            ],
            examples: [
                "condarc-tool explain channel_priority": "Why is it what it is?",
                "condarc-tool explain conda-forge": "Where do its packages come from?",
                "condarc-tool explain https://repo.anaconda.com/pkgs/main": "What does conda make of a URL?",
            ],
            exitStatuses: [
                .badData: "A source cannot be parsed, or the value is wrong; each is named.",
                .system: "A source cannot be read; it is named.",
            ],
            notes: ["Tokens and passwords in URLs are redacted, unless `--reveal` is given."])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = Session(invocation.context)
        let text = invocation.operands.first ?? ""
        guard !text.isEmpty else { throw CommandError(.usage, "the argument is empty") }
        let effective = session.configuration(invocation)
        let policy = try PolicyStatements(invocation, session)
        let failures = effective.configuration.failures
        invocation.warn(about: failures, session)
        let problems =
            try invocation.has(channel)
            ? explainChannel(text, effective, invocation, policy)
            : explain(text, effective, invocation, session, policy)
        return CommandError.status(of: failures + problems)
    }

    private static func explain(
        _ text: String, _ effective: EffectiveConfiguration, _ invocation: Invocation, _ session: Session,
        _ policy: PolicyStatements?
    ) throws -> [CondarcError] {
        if text == "plugins" {
            throw CommandError(
                .usage, "'plugins' holds settings of several plugins",
                hint: "explain one of them, as plugins.NAME, or the channel with --channel")
        }
        let (top, entry) = NamedPlace.parts(of: text)
        let failures = effective.configuration.failures
        if top == "plugins", let entry, !entry.isEmpty {
            PluginAnswer(
                explanation: effective.explanation(ofPluginSetting: entry), failures: failures, invocation: invocation
            ).write()
            return []
        }
        guard let parameter = ParameterTable.parameter(forKey: top) else {
            return try explainChannel(text, effective, invocation, policy, mayBeKey: true)
        }
        if let entry {
            guard case .map = parameter.type, !entry.isEmpty else {
                throw CommandError(
                    .invalid,
                    entry.isEmpty
                        ? "the name of an entry is missing behind the '.'"
                        : "'\(parameter.name)' is no map, so it has no entry '\(entry)'",
                    hint: "write \(parameter.name) alone")
            }
        }
        let explanation = effective.explanation(of: parameter, entry: entry)
        ParameterAnswer(
            explanation: explanation, policy: policy?.about(parameter), failures: failures, invocation: invocation,
            session: session
        ).write()
        return explanation.problems
    }

    /// Channels that were most likely meant: those of the configuration, and those that many use.
    private static func knownChannels(_ effective: EffectiveConfiguration) -> [String] {
        let configured = ParameterTable.parameter(named: "channels").flatMap { try? effective.shown($0) }?.traced.items
        return (configured ?? []).map(\.value.pythonText) + WellKnownChannels.names
    }

    /// - Parameter mayBeKey: whether a parameter may have been meant.
    private static func explainChannel(
        _ text: String, _ effective: EffectiveConfiguration, _ invocation: Invocation, _ policy: PolicyStatements?,
        mayBeKey: Bool = false
    ) throws -> [CondarcError] {
        // conda takes a channel as it is written; who is not asked for one may give a package with its channel.
        let text = mayBeKey ? channelPart(of: text) : text
        let explanation: ChannelExplanation
        do throws(CondarcProblems) {
            explanation = try effective.explanation(ofChannel: text)
        } catch {
            guard let first = error.all.first.flatMap({ CommandError(translating: $0) }) else { return error.all }
            throw first
        }
        if let complaint = ChannelComplaint(about: text) {
            invocation.console.notice(complaint.message, hint: complaint.hint)
        } else if mayBeKey, explanation.rule == .channelAlias, explanation.channels.allSatisfy({ $0.place == nil }),
            !WellKnownChannels.names.contains(text)
        {
            // Any word can be a channel; one that nothing else knows may be a misspelt parameter.
            invocation.console.notice(
                "no parameter is named '\(text)', and no source names such a channel: it is taken for one",
                hint: NearestName.suggestion(for: text, among: ParameterTable.names + knownChannels(effective))
                    ?? "of a package, 'conda search' tells the channels")
        }
        ChannelAnswer(
            explanation: explanation, policy: policy?.about(explanation), failures: effective.configuration.failures,
            invocation: invocation
        ).write()
        return []
    }

    /// What stands before the `::` of a package's specification.
    private static func channelPart(of text: String) -> String {
        // In a URL, colons before the path belong to the host.
        let path = text.firstRange(of: "://").map { text[$0.upperBound...].drop { $0 != "/" } } ?? text[...]
        return path.firstRange(of: "::").map { String(text[..<$0.lowerBound]) } ?? text
    }
}
