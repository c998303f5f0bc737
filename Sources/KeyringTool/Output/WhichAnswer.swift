import CommandLineKit
import CondaCredentials
import HostPlatform
import LosslessJSON

/// The answer of `which` for people.
struct WhichAnswer {
    let choice: CredentialChoice

    func write(to console: Console) {
        console.writeLine(StyledText(choice.url, .bold))
        func write(_ lead: StyledText, _ text: String) { console.writeParagraph("  " + lead, text, indent: 6) }
        func tell(_ words: StyledText, _ credential: CredentialChoice.Credential) {
            let place = credential.line.map { "\(credential.place):\($0)" } ?? credential.place
            write(
                words + StyledText(credential.secret.redacted, .bold),
                "as \(credential.transport.rawValue), from \(Redactor.redact(console.shown(path: place)))")
        }
        if let reason = choice.aborts {
            write(StyledText("conda stops:", .red), Redactor.redact(console.shown(path: reason)))
        } else if let credential = choice.credential {
            tell("", credential)
            if let also = choice.also { tell("and ", also) }
        } else {
            console.writeLine("  no credential")
        }
        if choice.rule != .aborted { write("rule:", choice.rule.text) }
        if let retry = choice.retry { tell("after 401 or 403: ", retry) }
        if let handler = choice.handler {
            write("handler:", "\(Redactor.redact(handler.name)), by \(console.shown(path: handler.source))")
        }
        let source = choice.client.isAssumed ? "assumed" : choice.client.source ?? ""
        write("anaconda-auth:", "\(choice.client.version ?? "none") (\(console.shown(path: source)))")
        guard !choice.considered.isEmpty else { return }
        console.writeLine()
        console.writeLine(StyledText("Looked at, in this order", .bold))
        for (number, considered) in choice.considered.enumerated() {
            write(
                StyledText("\(number + 1)."),
                "\(console.shown(path: considered.place)): \(Redactor.redact(considered.result))")
        }
    }
}

extension CredentialChoice {
    var json: JSONValue {
        [
            "url": .string(url), "name": .string(Redactor.redact(value: canonicalName)),
            "credential": credential?.json(isInURL: also != nil) ?? .null,
            "also": also?.json() ?? .null, "retry": retry?.json() ?? .null,
            "aborts": aborts.json, "rule": .string(rule.rawValue),
            "handler": handler?.json ?? .null,
            "client": [
                "anaconda_auth": client.version.json, "assumed": .bool(client.isAssumed),
                "source": client.source.json,
            ],
            "considered": .array(considered.map { ["place": .string($0.place), "result": .string($0.result)] }),
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
        [
            "store": (store?.rawValue).json, "kind": (kind?.rawValue).json,
            "redacted": .string(secret.redacted), "sent_as": .string(transport.rawValue),
            "header": transport.scheme.json, "in_url": .bool(transport == .path || isInURL),
            "path": Platform.current.isAbsolute(place) ? .string(place) : .null, "source": .string(place),
            "place": .string(place), "line": line.json, "domain": domain.json,
            "org": org.json, "url": url.json, "user": user.json,
            "expires": expires.flatMap(CalendarTime.text).json,
        ]
    }
}
