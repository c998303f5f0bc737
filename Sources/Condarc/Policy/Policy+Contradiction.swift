import HostPlatform
import LosslessYAML

extension Policy {
    /// Why nothing could fulfil the policy: it forbids what it requires or pins, or requires what it pins otherwise.
    var contradiction: CondarcError? {
        forbiddenWish ?? wishForForbiddenChannel ?? unequalWishes
    }

    private var forbiddenWish: CondarcError? {
        for wish in required + pinned {
            for key in forbiddenKeys where key.parameter == wish.parameter {
                if let entry = key.entry {
                    guard case .mapping(let pairs) = wish.value, pairs.contains(where: { $0.key.pythonText == entry })
                    else { continue }
                }
                return contradiction(wish, key.span, "\(.key) is asked for, and '\(key.key)' is forbidden")
            }
        }
        return nil
    }

    private var wishForForbiddenChannel: CondarcError? {
        // What its own values make of names counts: `defaults` may lead elsewhere by the policy itself.
        let wishes = required + pinned
        let source = Source(
            .file(path: path),
            settings: wishes.map {
                let origin = Origin.file(path: path, line: $0.span.start.line, column: $0.span.start.column, range: nil)
                return Setting(key: $0.parameter.name, origin: origin, value: TracedValue($0.value, from: origin))
            })
        let resolver = PolicyView.resolver(Configuration(host: .nowhere, sources: [source]), .unknown)
        for (wish, setting) in zip(wishes, source.settings) {
            for use in ChannelUse.uses(in: setting, of: wish.parameter) {
                let channels = use.channels(by: resolver, on: .nowhere)
                guard let forbidden = forbiddenChannels.first(where: { use.isForbidden(by: $0, channels) }) else {
                    continue
                }
                return contradiction(
                    wish, forbidden.span, "\(.key) asks for '\(use.written)', and '\(forbidden.text)' is forbidden")
            }
        }
        return nil
    }

    private var unequalWishes: CondarcError? {
        for wish in required {
            guard let pin = pinned.first(where: { $0.parameter == wish.parameter }),
                case .some = wish.value.missing(in: pin.value)
            else { continue }
            return contradiction(wish, pin.span, "\(.key) is required to be one value, and pinned to another")
        }
        return nil
    }

    private func contradiction(_ wish: WantedValue, _ other: SourceSpan, _ message: Sentence) -> CondarcError {
        let lines = (wish.span.start.line, other.start.line)
        var error = CondarcError(
            .contradiction, "\(message) (lines \(lines.0) and \(lines.1))", key: wish.parameter.name, path: path,
            at: other.start, hint: "drop one of the two: line \(lines.0) or line \(lines.1)")
        error.related = YAMLError.Related("asked for here", wish.span)
        return error
    }
}

extension YAMLValue {
    /// The part of a requirement that a value does not fulfil: of a list the items that are not there, of a map the entries,
    /// else all of it; nil where it is fulfilled.
    func missing(in present: YAMLValue) -> YAMLValue? {
        switch (self, present) {
        case (.sequence(let wanted), .sequence(let items)):
            let lacking = wanted.filter { !items.contains($0) }
            return lacking.isEmpty ? Optional.none : .some(.sequence(lacking))
        case (.mapping(let wanted), .mapping(let pairs)):
            let lacking = wanted.filter { pair in !pairs.contains { $0.key == pair.key && $0.value == pair.value } }
            return lacking.isEmpty ? Optional.none : .some(.mapping(lacking))
        default: return self == present ? Optional.none : .some(self)
        }
    }
}

extension Host {
    /// A machine that is not looked at.
    fileprivate static let nowhere = Host(environment: Environment([:]), home: nil, currentDirectory: "/")
}

extension MachineFacts {
    fileprivate static let unknown = MachineFacts(
        root: nil, rootIsWritable: false, platform: MachineFacts.nativePlatform, isDirectory: { _ in false })
}
