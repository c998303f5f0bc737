import CommandLineKit
import Condarc
import LosslessJSON

extension ShownValue {
    /// The value as conda's JSON has it.
    ///
    /// - Parameters:
    ///   - reveal: shows tokens and passwords.
    ///   - name: the key that it is the value of.
    func json(reveal: Bool, named name: String? = nil) -> JSONValue {
        let shown: (String) -> String = { reveal ? $0 : Redactor.redact(value: $0) }
        switch reveal ? self : safe {
        case .plain(let value):
            let json = JSONValue(value.value)
            return reveal ? json : json.redacted(named: name)
        case .channel(let channel, _): return channel.json(reveal: reveal)
        case .channels(let channels, _): return .array(channels.map { $0.json(reveal: reveal) })
        case .channelsByName(let channels, _):
            return .object(channels.map { JSONValue.Member(shown($0.name), $0.channel.json(reveal: reveal)) })
        case .multichannels(let multichannels, _):
            return .object(
                multichannels.map { name, channels in
                    JSONValue.Member(shown(name), .array(channels.map { $0.json(reveal: reveal) }))
                })
        }
    }
}

extension Channel {
    /// Source: conda.models.channel, `Channel.__json__`.
    fileprivate func json(reveal: Bool) -> JSONValue {
        [
            "auth": (reveal ? auth : auth.map(Self.redactedAuth)).json,
            "location": (reveal ? location : location.map { Self.redacted($0, behind: "https://") }).json,
            "name": .string(reveal ? name : Self.redacted(name, behind: "https://host/")),
            "package_filename": packageFile.json, "platform": platform.json, "scheme": scheme.json,
            "token": (reveal ? token : token.map { $0.isEmpty ? $0 : Redactor.redacted(secret: $0) }).json,
        ]
    }

    /// A part of a URL, redacted as what stands behind another one.
    private static func redacted(_ part: String, behind lead: String) -> String {
        let text = Redactor.redact(value: lead + part)
        return text.hasPrefix(lead) ? Redactor.redact(value: String(text.dropFirst(lead.count))) : "…"
    }

    /// The user, and what may be shown of the password.
    private static func redactedAuth(_ auth: String) -> String {
        guard let colon = auth.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            // A delimiter that is percent-encoded still stands before a password.
            return String(redacted("\(auth)@", behind: "//").dropLast())
        }
        return auth[...colon] + Redactor.redacted(secret: auth[auth.utf8.index(after: colon)...])
    }
}
