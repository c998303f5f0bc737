import CommandLineKit
import CondaURL
import Condarc
import LosslessJSON
import LosslessYAML

/// Values as the lines that `conda config --show` prints.
///
/// Source: conda.cli.main_config, `format_dict`.
enum CondaText {
    /// The lines of several keys, in the given order.
    static func lines(_ values: [(key: String, value: YAMLValue)]) -> [String] {
        values.flatMap { lines(of: $0.key, $0.value) }
    }

    /// - Parameter listing: writes the lists of a mapping with a line for each item, as conda does those of multichannels.
    static func lines(of key: String, _ value: YAMLValue, listing: Bool = false) -> [String] {
        let key = text(.string(key))
        return switch value {
        case .mapping([]): ["\(key): {}"]
        case .sequence([]): ["\(key): []"]
        case .mapping(let pairs):
            ["\(key):"]
                + pairs.flatMap { pair in
                    guard listing, case .sequence(let items) = pair.value else {
                        return ["  \(text(pair.key)): \(text(pair.value))"]
                    }
                    return ["  \(text(pair.key)): "] + items.map { "    - \(text($0))" }
                }
        case .sequence(let items): ["\(key):"] + items.flatMap(lines(ofItem:))
        default: ["\(key): \(text(value))"]
        }
    }

    private static func lines(ofItem item: YAMLValue) -> [String] {
        guard case .mapping(let pairs) = item else { return ["  - \(text(item))"] }
        let inner = lines(pairs.map { ($0.key.pythonText, $0.value) })
        return inner.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
    }

    /// A value as conda writes it, but in double quotes where it would begin a line of its own or disturb a terminal.
    static func text(_ value: YAMLValue) -> String {
        let text = value.pythonText
        let isHarmless = ControlCharacters.escaped(text, keepingTabs: true) == text
        return isHarmless ? text : JSONValue.string(text).text()
    }

    /// The text with the secrets of URLs taken out: a token as conda does it, the rest as everywhere.
    static func redacted(_ text: String) -> String {
        Redactor.redact(URLText.maskingTokens(text))
    }

    /// The value with the secrets taken out of its texts and names, each of which may be one URL with blanks and quotes.
    ///
    /// - Parameters:
    ///   - name: the key that it is the value of.
    ///   - asConda: whether a token is shown as conda shows it.
    static func redacted(_ value: YAMLValue, named name: String? = nil, asConda: Bool = true) -> YAMLValue {
        switch value {
        case .string(let text):
            .string(Redactor.redact(value: asConda ? URLText.maskingTokens(text) : text, named: name))
        case .sequence(let items): .sequence(items.map { redacted($0, named: name, asConda: asConda) })
        case .mapping(let pairs):
            .mapping(
                pairs.map {
                    let inner = $0.key.text.flatMap { SecretScanner.isSecretName($0) ? $0 : nil } ?? name
                    return YAMLPair(
                        key: redacted($0.key, asConda: asConda),
                        value: redacted($0.value, named: inner, asConda: asConda))
                })
        case .int where name.map(SecretScanner.isSecretName) == true: .string("…")
        default: value
        }
    }

    /// The value with its secrets taken out as everywhere, tokens too.
    ///
    /// - Parameter key: what it is the value of, such as `plugins.token`.
    static func safe(_ value: YAMLValue, named key: String?) -> YAMLValue {
        redacted(value, named: key.map(lastPart), asConda: false)
    }

    /// `token` of `plugins.token`.
    static func lastPart(of key: String) -> String {
        key.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(key[key.utf8.index(after: $0)...]) } ?? key
    }
}

extension ShownValue {
    /// The lines that conda writes.
    func lines(of key: String, reveal: Bool) -> [String] {
        let isListing = if case .multichannels = self { true } else { false }
        return CondaText.lines(of: key, textValue(of: key, reveal: reveal), listing: isListing)
    }

    /// The value as conda's text output has it.
    ///
    /// - Parameter reveal: shows tokens and passwords.
    func textValue(of key: String, reveal: Bool) -> YAMLValue {
        reveal ? textValue : CondaText.redacted(safe.textValue, named: key)
    }

    private var textValue: YAMLValue {
        switch self {
        case .plain(let value): value.value
        case .channel(let channel, _): .string(channel.text)
        case .channels(let channels, _): .sequence(channels.map { .string($0.text) })
        case .channelsByName(let channels, _):
            .mapping(
                channels.map { _, channel in
                    let place = "\(channel.scheme ?? "None")://\(channel.location ?? "None")"
                    return YAMLPair(key: .string(channel.name), value: .string(place))
                })
        case .multichannels(let multichannels, _):
            .mapping(
                multichannels.map { name, channels in
                    YAMLPair(key: .string(name), value: .sequence(channels.map { .string($0.text) }))
                })
        }
    }
}
