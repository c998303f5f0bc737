import Condarc
import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON

/// `which URL`
enum WhichCommand: Command {
    static let heading = CommandHeading("which", summary: "show which credential conda would send to a channel")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.text("URL"), help: "The channel's URL.")],
            options: Option.forPlaces + [.root] + Option.forAllCommands,
            description: [
                "Follows the rules of conda and anaconda-auth, in their order, and lists what it looked at.",
                "For a channel whose `channel_settings` say `auth: anaconda-auth`, and for `repo.anaconda.cloud`, "
                    + "`repo.anaconda.com` and `repo.continuum.io` without any, it is: the API key in "
                    + "`ANACONDA_AUTH_API_KEY`; the keyring's entry for the host's domain, of which `repo.anaconda.cloud` "
                    + "takes the repo token of the organization in the URL or else the first one, and any other host the "
                    + "API key; the conda-token file of the same host.",
                "For any other channel, conda itself puts a token into the URL: that of the first conda-token file "
                    + "whose URL is the start of the channel's, if `add_anaconda_token` is true.",
            ],
            examples: [
                Example("keyring-tool which https://repo.anaconda.cloud/repo/my-org/main", "Ask about a channel."),
                Example("keyring-tool which --json https://conda.anaconda.org/my-channel", "The same for a program."),
            ],
            exitStatuses: [ExitStatusMeaning(.negative, "conda would send no credential.")], surplusArgument: .surplus)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard let url = invocation.operands.first.flatMap({ ChannelURL($0) }) else {
            throw CommandError(
                .usage, "the argument is no URL",
                hint: "give the channel's URL, such as https://repo.anaconda.cloud/repo/main")
        }
        let session = ToolSession(invocation)
        let condarc = CondarcReading(session, rootOption: invocation.value(.root))
        for failure in condarc.failures {
            invocation.console.warn("\(failure.path.map { "\($0): " } ?? "")\(failure.message)")
        }
        SettingNotice.warnOfSystemStorage(session, invocation)
        let choice = CredentialSelection.choose(
            for: url,
            CredentialSelection.Inputs(
                settings: session.places.settings, keyring: KeyringSource.current(session),
                condaTokens: KeyringSource.reading(session.condaTokens), channelSettings: condarc.channelSettings,
                addAnacondaToken: condarc.addsAnacondaToken))
        if invocation.wantsJSON {
            invocation.console.write(redactedJSON: choice.jsonMembers)
        } else {
            write(choice, to: invocation.console)
        }
        return choice.credential == nil ? .negative : .success
    }

    private static func write(_ choice: CredentialChoice, to console: Console) {
        console.writeLine(StyledText(choice.url, .bold))
        if let credential = choice.credential {
            console.writeLine(
                "  " + StyledText(credential.secret.redacted, .green)
                    + StyledText(" as \(credential.transport.rawValue), from \(credential.place)"))
        } else {
            console.writeLine("  no credential")
        }
        console.writeLine(StyledText("  rule: \(choice.rule.text)"))
        console.writeLine("")
        console.writeLine(StyledText("Looked at, in this order", .bold))
        for (number, considered) in choice.considered.enumerated() {
            let result = Redactor.redact(considered.result)
            console.writeLine(StyledText("  \(number + 1). \(considered.place): \(result)"))
        }
    }
}

extension CredentialChoice {
    var jsonMembers: [JSONValue.Member] {
        [
            .init("url", .string(url)), .init("credential", credential?.json ?? .null),
            .init("rule", .string(rule.rawValue)),
            .init(
                "considered",
                .array(considered.map { ["place": .string($0.place), "result": .string($0.result)] })),
        ]
    }
}

extension CredentialChoice.Credential {
    fileprivate var json: JSONValue {
        .object([
            .init("store", (stored?.store.rawValue).json), .init("kind", (kind?.rawValue).json),
            .init("redacted", .string(secret.redacted)), .init("sent_as", .string(transport.rawValue)),
            .init("place", .string(place)), .init("domain", (stored?.domain).json), .init("org", (stored?.org).json),
            .init("url", (stored?.url).json),
            .init("expires", stored?.expires.flatMap(CalendarTime.text).json ?? .null),
        ])
    }
}
