import CommandLineKit
import Condarc
import LosslessJSON
import LosslessYAML

/// The explanation of a channel as text and JSON.
struct ChannelAnswer {
    let explanation: ChannelExplanation
    /// What a policy says of it; nil without one.
    let policy: PolicyAnswer?
    /// Why sources could not be read.
    let failures: [CondarcError]
    let invocation: Invocation

    private var console: Console { invocation.console }
    private var shown: ShownText { ShownText(reveal: invocation.has(.reveal)) }
    /// A URL of a channel, or the name of it.
    private func text(_ url: String, of account: ChannelExplanation.ChannelAccount) -> String {
        let channel = account.channel
        return shown.text(.string(shown.reveal || !channel.hasSecret ? url : channel.shown.baseURL))
    }

    private var name: String { shown.text(.string(explanation.name)) }

    func write() {
        if invocation.wantsJSON { return writeJSON() }
        writeText()
        policy?.writeText(console)
    }

    // MARK: Text

    private func writeText() {
        console.writeLine(StyledText(name, .bold) + StyledText(" \(rule.text)"))
        if let decision = explanation.decision {
            let place = decision.origin == .builtIn ? "conda's default" : decision.origin.description
            console.write([("  decided by \(decision.parameter)", place)])
        }
        for channel in explanation.channels {
            console.writeLine()
            console.writeLine(StyledText(text(channel.channel.baseURL, of: channel), .bold))
            for url in channel.urls { console.writeLine(StyledText("  \(text(url, of: channel))")) }
            writeFacts(channel)
        }
    }

    /// What the channel is, for programs and for people.
    private var rule: (name: String, text: String) {
        switch explanation.rule {
        case .multichannel: ("multichannel", "is a name for \(explanation.channels.count.of("channel"))")
        case .customChannel(let name):
            ("custom-channel", "is a custom channel" + (name == explanation.name ? "" : ": \(name)"))
        case .channelAlias: ("channel-alias", "is a channel behind the channel alias")
        case .migratedCustomChannel(let name):
            ("migrated-custom-channel", "is a former place of the custom channel \(name)")
        case .migratedAlias:
            ("migrated-alias", "is behind a former channel alias, in whose place the present one stands")
        case .url: ("url", "is a URL that counts as it stands")
        case .path: ("path", "is a directory on this machine")
        case .unknown: ("unknown", "stands for no channel")
        }
    }

    private func writeFacts(_ channel: ChannelExplanation.ChannelAccount) {
        if let place = channel.place {
            let through = place.item.value.pythonText == explanation.name ? "" : " as '\(shown.text(place.item.value))'"
            fact("in channels\(through), number \(place.position) of \(place.count)", place.item.origin)
        } else {
            fact("not among channels")
        }
        let admission = channel.admission.told
        if let text = admission.text { fact(text, admission.origin, .red) }
        if let settings = channel.settings {
            let pairs = (settings.entries ?? []).filter { $0.key.text != "channel" }
                .map { "\($0.key.pythonText): \(shown.text($0.value.value))" }
            let pattern = settings.entry("channel").map { shown.text($0.value) } ?? ""
            fact("channel_settings of \(pattern): \(pairs.joined(separator: ", "))", settings.origin)
        }
        if let text = channel.tokenSource.told.text { fact(text) }
        if channel.channel.auth != nil { fact("signs in with the user name and password in the URL") }
    }

    private func fact(_ text: String, _ origin: Origin? = nil, _ style: Style? = nil) {
        console.write([(StyledText("  - \(text)", style), origin?.description)])
    }

    // MARK: JSON

    private func writeJSON() {
        let decision = explanation.decision.map { decision -> JSONValue in
            ["parameter": .string(decision.parameter), "key": .string(decision.parameter)] + decision.origin.json
        }
        console.write(
            json: [
                "channel": .string(shown.reveal ? explanation.name : Redactor.redact(explanation.name)),
                "rule": .string(rule.name), "decision": decision ?? .null, "decided_by": decision ?? .null,
                "channels": .array(explanation.channels.map { json($0) }),
            ] + (policy?.json ?? [:]) + CommandError.member(for: failures))
    }

    private func json(_ channel: ChannelExplanation.ChannelAccount) -> JSONValue {
        let admission = channel.admission.told
        let tokenSource = channel.tokenSource.told.name
        let listed = channel.place.map {
            ["position": $0.position.json, "item": shown.json($0.item.value)] + $0.item.origin.json
        }
        return [
            "name": .string(text(channel.canonicalName, of: channel)),
            "url": .string(text(channel.channel.baseURL, of: channel)),
            "urls": .array(channel.urls.map { .string(text($0, of: channel)) }),
            "listed": listed ?? .null, "place": listed ?? .null,
            "admission": .string(admission.name), "admission_by": admission.origin?.json ?? .null,
            "settings": channel.settings.map { ["value": shown.json($0.value)] + $0.origin.json } ?? .null,
            "token_source": .string(tokenSource), "token": .string(tokenSource),
        ]
    }
}

extension ChannelExplanation.Admission {
    /// For programs, and for people where there is something to say.
    fileprivate var told: (name: String, text: String?, origin: Origin?) {
        switch self {
        case .allowed: ("allowed", nil, nil)
        case .denied(let origin): ("denied", "denied by denylist_channels", origin)
        case .notListed(let origin): ("not-listed", "not allowed: allowlist_channels does not hold it", origin)
        }
    }
}

extension ChannelExplanation.TokenSource {
    /// For programs, and for people where there is something to say.
    fileprivate var told: (name: String, text: String?) {
        switch self {
        case .given: ("url", "sends the token that stands in the URL")
        case .setting(let parameter): (parameter, "sends the token that stands in \(parameter)")
        case .client: ("anaconda-client", "sends a token of the anaconda client, if it has one for this server")
        case .none: ("none", nil)
        }
    }
}
