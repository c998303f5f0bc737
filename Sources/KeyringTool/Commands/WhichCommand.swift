import CommandLineKit
import CondaCredentials
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import LosslessJSON

/// `which CHANNEL`
enum WhichCommand: Command {
    static let heading = CommandHeading("which", summary: "show which credential conda would send to a channel")

    static let authVersion = Option(
        "auth-version", value: .text("VERSION"),
        help: "Follow this version of anaconda-auth, or `none`, instead of the one that is installed.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .one(.completing("CHANNEL") { call, _ in StoredNames(call).urls }, help: "The channel's URL or name.")
            ],
            options: [authVersion] + Option.forPlaces + [.root] + Option.forAllCommands,
            description: [
                "Follows the rules of conda, and of the version of anaconda-auth that the base installation has, in "
                    + "their order, and lists what it looked at. Where there is no base installation, version "
                    + "\(AuthClient.newest) is assumed.",
                "No host has anaconda-auth's handler by itself: the last element of `channel_settings` that means the "
                    + "channel decides, in conda's merged order, in which a stronger file stands before a weaker one. "
                    + "With the handler it is: the API key in `ANACONDA_AUTH_API_KEY`; of the keyring's entry for the "
                    + "host's domain the API key, else the repo token of the organization in the URL or the first one; "
                    + "the conda-token file of the same host. An error on the way means that nothing is sent. For "
                    + "`repo.anaconda.cloud` a repo token follows where an API key is refused. Versions before 0.15.3 send "
                    + "the repo token there.",
                "Without the handler, conda itself puts a token into the URL: the URL's own, also that of the "
                    + "`channel_alias` or custom channel it lies under, else that of the first conda-token file whose "
                    + "URL is the start of the channel's, if `add_anaconda_token` is true. User and password go into "
                    + "the header, of the URL or else of a netrc file.",
            ],
            examples: [
                "keyring-tool which https://repo.anaconda.cloud/repo/my-org/main": "Ask about a channel.",
                "keyring-tool which --json conda-forge": "Ask by a channel's name, for a program.",
                "keyring-tool which --auth-version 0.15.2 https://repo.anaconda.cloud/repo/main":
                    "What an older anaconda-auth would send.",
            ],
            exitStatuses: [.negative: "conda would send no credential."],
            explainSurplus: { _ in .surplus("it takes one channel: call it once for each") },
            optionHints: [
                "--channel": "name the channel without an option: keyring-tool which CHANNEL",
                "--url": "name the channel without an option: keyring-tool which URL",
                "--org": "name a channel of it: keyring-tool which https://repo.anaconda.cloud/repo/ORG/CHANNEL",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard let channel = invocation.operands.first, !channel.isEmpty else {
            throw CommandError(
                .usage, "the channel is missing",
                hint: "give its name or URL, such as https://repo.anaconda.cloud/repo/main")
        }
        let session = try ToolSession(reading: invocation)
        if let complaint = ChannelComplaint(about: channel) {
            invocation.console.notice(complaint.message, hint: complaint.hint)
        }
        let client = try session.authClient(option: invocation.value(authVersion))
        let condarc = CondarcReading(session)
        let known = condarc.channelTexts.filter { !$0.contains("/") } + WellKnownChannels.names
        let isUnknown = !channel.contains("/") && !known.contains(channel) && ChannelComplaint(about: channel) == nil
        let tokens = Once { (try? session.keyring.contents().tokens) ?? [] }
        if isUnknown {
            invocation.console.notice(
                "no source names such a channel", hint: hint(forUnknown: channel, known, tokens.value, session))
        }
        if let url = urlMeant(by: channel, tokens) {
            invocation.console.notice("an organization's channels are named by URL", hint: "keyring-tool which \(url)")
        }
        let credentials = ChannelCredentials(session, condarc, client: client)
        for error in condarc.configuration.failures.filter(\.isPassedOver) + credentials.stops(at: channel) {
            invocation.console.warn(session.machine.told(error))
        }
        if let setter = condarc.setter(ofTrue: "offline") {
            invocation.console.warn("offline is true (\(setter)): conda asks no server while it is")
        }
        if let notice = session.places.systemStorage { invocation.console.warn(notice) }
        let choices = try choices(for: channel, credentials)
        guard let first = choices.first else {
            throw CommandError(.notFound, "the name means no channel", hint: "see condarc-tool explain")
        }
        if invocation.wantsJSON {
            let all: JSONValue? = choices.count > 1 ? .array(choices.map(\.json)) : nil
            invocation.console.write(json: first.json + ["channels": all])
        } else {
            for (position, choice) in choices.enumerated() {
                if position > 0 { invocation.console.writeLine() }
                WhichAnswer(choice: choice).write(to: invocation.console)
            }
            if client.isAssumed {
                // The answer first, where both streams go to one place.
                try invocation.console.flushOrThrow()
                invocation.console.note(
                    "no base installation was found: anaconda-auth \(AuthClient.newest) is assumed; name one with --root, "
                        + "or a version with --auth-version")
            }
        }
        return choices.contains { $0.credential != nil } ? .success : .negative
    }

    /// Of `ORG/CHANNEL`, where there is a token of the organization.
    private static func urlMeant(by channel: String, _ tokens: Once<[StoredToken]>) -> String? {
        let names = channel.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, !channel.contains(":"), !channel.contains("@"),
            tokens.value.contains(where: { $0.org?.isSameText(as: String(names[0])) == true })
        else { return nil }
        return ShellWord.quoted("https://repo.anaconda.cloud/repo/\(channel)")
    }

    private static func hint(
        forUnknown channel: String, _ known: [String], _ tokens: [StoredToken], _ session: ToolSession
    ) -> String? {
        if tokens.contains(where: { $0.org?.isSameText(as: channel) == true }) {
            return "an organization's channels are named by URL: keyring-tool which "
                + "https://repo.anaconda.cloud/repo/\(ShellWord.quoted(channel))/main"
        }
        if channel == session.places.settings.defaultDomain || tokens.contains(where: { $0.domain == channel }) {
            return "this is a domain of the keyring; a channel is named by URL: keyring-tool which "
                + "https://repo.anaconda.cloud/repo/ORG/main"
        }
        return NearestName.suggestion(for: channel, among: known) ?? "of a package, 'conda search' tells the channels"
    }

    private static func choices(
        for channel: String, _ credentials: ChannelCredentials
    ) throws(CommandError) -> [CredentialChoice] {
        do throws(CondarcProblems) {
            return try credentials.choices(for: channel)
        } catch {
            // What conda cannot make a channel of, it stops at.
            let text = error.all.first?.description ?? "conda cannot read its configuration"
            return [.aborted(ChannelURL.shown(channel), text, client: credentials.client)]
        }
    }
}
