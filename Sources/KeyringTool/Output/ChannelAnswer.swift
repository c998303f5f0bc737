import CommandLineKit
import CondaCredentials
import HostPlatform
import LosslessJSON

/// The answer of `which` for people.
struct ChannelAnswer {
    private let choice: CredentialChoice

    init(_ choice: CredentialChoice) { self.choice = choice }

    func write(to console: Console) {
        console.writeLine(StyledText(choice.url, .bold))
        if let reason = choice.aborts {
            console.writeLine("  " + StyledText("conda stops: ", .red) + StyledText(Redactor.redact(reason)))
        } else if let credential = choice.credential {
            console.writeLine("  " + line(credential))
            if let also = choice.also { console.writeLine("  and " + line(also)) }
        } else {
            console.writeLine("  no credential")
        }
        if choice.rule != .aborted { console.writeLine(StyledText("  rule: \(choice.rule.text)")) }
        if let retry = choice.retry { console.writeLine("  after 401 or 403: " + line(retry)) }
        if let handler = choice.handler {
            console.writeLine(StyledText("  handler: \(Redactor.redact(handler.name)), by \(handler.source)"))
        }
        if let version = choice.client.version {
            let how = choice.client.isAssumed ? "assumed" : choice.client.source ?? ""
            console.writeLine(StyledText("  anaconda-auth: \(version) (\(how))"))
        } else {
            console.writeLine(StyledText("  anaconda-auth: none (\(choice.client.source ?? ""))"))
        }
        guard !choice.considered.isEmpty else { return }
        console.writeLine()
        console.writeLine(StyledText("Looked at, in this order", .bold))
        for (number, considered) in choice.considered.enumerated() {
            let result = Redactor.redact(considered.result)
            console.writeLine(StyledText("  \(number + 1). \(considered.place): \(result)"))
        }
    }

    private func line(_ credential: CredentialChoice.Credential) -> StyledText {
        let place = credential.line.map { "\(credential.place):\($0)" } ?? credential.place
        return StyledText(credential.secret.redacted, .green)
            + StyledText(" as \(credential.transport.rawValue), from \(Redactor.redact(place))")
    }
}

extension CredentialChoice {
    var jsonMembers: [JSONValue.Member] {
        [
            .init("url", .string(url)), .init("name", .string(Redactor.redact(value: canonicalName))),
            .init("credential", credential?.json(isInURL: also != nil) ?? .null),
            .init("also", also?.json() ?? .null), .init("retry", retry?.json() ?? .null),
            .init("aborts", aborts.json), .init("rule", .string(rule.rawValue)),
            .init("handler", handler?.json ?? .null),
            .init(
                "client",
                [
                    "anaconda_auth": client.version.json, "assumed": .bool(client.isAssumed),
                    "source": client.source.json,
                ]),
            .init(
                "considered",
                .array(considered.map { ["place": .string($0.place), "result": .string($0.result)] })),
        ]
    }
}

extension CredentialChoice.Handler {
    fileprivate var json: JSONValue {
        [
            "name": .string(Redactor.redact(value: name)), "source": .string(source), "domain": domain.json,
            "kind": (kind?.rawValue).json,
        ]
    }
}

extension CredentialChoice.Credential {
    /// - Parameter isInURL: whether one goes out in the URL besides.
    fileprivate func json(isInURL: Bool = false) -> JSONValue {
        .object([
            .init("store", (store?.rawValue).json), .init("kind", (kind?.rawValue).json),
            .init("redacted", .string(secret.redacted)), .init("sent_as", .string(transport.rawValue)),
            .init("header", transport.scheme.json), .init("in_url", .bool(transport == .path || isInURL)),
            .init("place", .string(place)), .init("line", line.json), .init("domain", domain.json),
            .init("org", org.json), .init("url", url.json), .init("user", user.json),
            .init("expires", expires.flatMap(CalendarTime.text).json),
        ])
    }
}
