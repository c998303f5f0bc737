import LosslessYAML

/// Reads a policy, and refuses one that is wrong or contradicts itself.
struct PolicyReader {
    private let path: String
    private let map: GivenMap
    private var required: [Policy.WantedValue] = []
    private var pinned: [Policy.WantedValue] = []
    private var channels: [ForbiddenChannel] = []
    private var keys: [ForbiddenKey] = []
    private var problems: [CondarcError] = []

    private init(_ map: GivenMap) {
        self.map = map
        path = map.path
    }

    static func policy(_ map: GivenMap) throws -> Policy {
        let document = map.document
        try document.checkIsConfiguration(
            hint: "a policy begins with the line 'version: 1'; `require:`, `forbid:` and `pin:` stand below it")
        var reader = PolicyReader(map)
        try reader.read(document)
        if let problem = CondarcProblems.error(reader.problems) { throw problem }
        let policy = Policy(
            path: map.path, document: document, required: reader.required, pinned: reader.pinned,
            forbiddenChannels: reader.channels, forbiddenKeys: reader.keys)
        if let contradiction = policy.contradiction { throw contradiction }
        return policy
    }

    private static let sections = ["version", "require", "forbid", "pin"]

    private mutating func read(_ document: YAMLDocument) throws(CondarcError) {
        var hasVersion = false
        let isPolicy = document.ownEntries(named: Self.sections).count > 0
        for (name, key, node) in try entries(of: document.root, "the policy") {
            // Who wrote another file has one mistake, and not as many as lines.
            if !isPolicy, let problem = problems.first { throw problem }
            hasVersion = hasVersion || name == "version"
            noting { (reader) throws(CondarcError) in
                switch name {
                case "version": try reader.checkVersion(node)
                case "require": reader.required = try reader.wishes(node, name)
                case "pin": reader.pinned = try reader.wishes(node, name)
                case "forbid": try reader.readForbidden(node)
                default:
                    throw reader.error(
                        .badValue, "a policy has no '\(name)'", key,
                        hint: reader.hint(forSection: name, isPolicy: isPolicy))
                }
            }
        }
        if !hasVersion, problems.isEmpty {
            throw CondarcError(
                .badValue, "the policy does not say its version", path: path, at: SourceLocation(line: 1, column: 1),
                hint: "begin it with the line 'version: 1'")
        }
    }

    private func checkVersion(_ node: YAMLNode) throws(CondarcError) {
        if case .int(let version) = node.value, version.digits == "1" { return }
        let isWritten = ["1", "1.0"].contains(node.value.pythonText)
        throw error(
            .badValue, isWritten ? "'version' is not the whole number 1" : "'version' is not 1", node,
            hint: isWritten ? "write `version: 1`" : "this program knows version 1 only")
    }

    /// Goes on behind a problem, so that all are told at once.
    private mutating func noting(_ read: (inout PolicyReader) throws(CondarcError) -> Void) {
        do throws(CondarcError) { try read(&self) } catch { problems.append(error) }
    }

    /// - Parameter isPolicy: whether anything in the file is a policy's.
    private func hint(forSection name: String, isPolicy: Bool) -> Advice {
        if ParameterTable.parameter(forKey: name) != nil {
            return isPolicy
                ? "indent it below a line `require:` or `pin:`"
                : "this is a configuration; a policy is a file of its own, and begins with the line `version: 1`"
        }
        if let other = Self.hint(forOtherName: name.lowercased()) { return other }
        let near = Self.sections.first {
            name.hasPrefix($0) || $0.first == name.lowercased().first && abs($0.utf8.count - name.utf8.count) <= 2
        }
        return near.map { "did you mean '\(name: $0)'?" } ?? "it has \(Self.sections.joined(separator: ", "))"
    }

    /// What other policies call their parts.
    private static func hint(forOtherName name: String) -> Advice? {
        switch name {
        case "allow", "allowed", "allowlist", "whitelist", "permit", "only":
            "to let pass only some channels write `pin: {allowlist_channels: [conda-forge]}`"
        case "set", "settings", "defaults", "default", "enforce", "config", "values":
            "a value stands below `require:`, or below `pin:` where nobody may set another"
        case "deny", "denied", "denylist", "blacklist", "block", "ban", "banned", "disallow", "prohibit":
            "write `forbid: {channels: [defaults]}`, or `forbid: {keys: [ssl_verify]}`"
        default: nil
        }
    }

    private mutating func readForbidden(_ node: YAMLNode) throws(CondarcError) {
        for (name, key, list) in try entries(of: node, "'forbid'") {
            noting { (reader) throws(CondarcError) in try reader.readForbidden(name, key, list) }
        }
    }

    private mutating func readForbidden(_ name: String, _ key: YAMLNode, _ list: YAMLNode) throws(CondarcError) {
        switch name {
        case "channels":
            for word in try words(list, "forbid.channels") {
                if let complaint = ChannelPattern.complaint(about: word.text) {
                    note(complaint, word.node)
                } else {
                    channels.append(
                        ForbiddenChannel(
                            pattern: ChannelPattern(word.text), span: word.node.span))
                }
            }
        case "keys":
            for word in try words(list, "forbid.keys") {
                let key = ForbiddenKey(word.text, at: word.node)
                if let end = word.text.firstIndex(where: { $0 == ":" || $0 == " " || $0 == "=" }) {
                    let hint = hint(forKey: String(word.text[..<end]))
                    note(Complaint("'\(word.text)' is no key", hint), word.node)
                } else if let problem = key.problem {
                    note(problem, word.node)
                } else {
                    keys.append(key)
                }
            }
        default:
            throw error(
                .badValue, "'forbid' has no '\(name)'", key,
                hint: name.hasPrefix("channel")
                    ? "did you mean 'channels'?"
                    : name.hasPrefix("key")
                        ? "did you mean 'keys'?"
                        : ParameterTable.parameter(forKey: name) == nil
                            ? "it has channels and keys"
                            : "to have it set nowhere: `keys: [\(name)]`; to have one value alone: `pin:`, and below it `  \(name): VALUE`"
            )
        }
    }

    private mutating func note(_ problem: Complaint, _ node: YAMLNode) {
        problems.append(error(.badValue, "\(problem.message)", node, hint: problem.advice))
    }

    private func hint(forKey key: String) -> Advice {
        "write `- \(key)`: it may be set nowhere then; to forbid one value, pin another"
    }

    private mutating func wishes(_ node: YAMLNode, _ section: String) throws(CondarcError) -> [Policy.WantedValue] {
        var wishes: [Policy.WantedValue] = []
        let entries = try entries(of: node, "'\(section)'")
        let reading = map.reading(of: node)
        let settings = Dictionary(reading.settings.map { ($0.key, $0) }) { first, _ in first }
        problems += reading.problems
        for (key, keyNode, value) in entries {
            noting { (reader) throws(CondarcError) in
                guard let setting = settings[key], let parameter = setting.parameter else {
                    throw reader.error(
                        .unknownParameter, "there is no parameter \(.key)", keyNode, key: key,
                        hint: key == NamedPlace.plugins
                            ? "settings of plugins can only be forbidden: `forbid: {keys: [plugins.NAME]}`"
                            : settings[key].flatMap { UnknownKeyHint.hint(for: $0) })
                }
                guard !value.isNull else {
                    throw reader.error(
                        .badValue, "\(.key) has no value", value, key: "\(section).\(key)",
                        hint: "to have a key set nowhere, name it in forbid.keys")
                }
                if let other = wishes.first(where: { $0.parameter == parameter }) {
                    var error = reader.error(
                        .aliasConflict, "\(.key) is '\(parameter.name)', which line \(other.span.start.line) has",
                        keyNode,
                        key: key, hint: "keep one of them")
                    error.related = YAMLError.Related("the other one", other.span)
                    throw error
                }
                wishes.append(
                    Policy.WantedValue(
                        parameter: parameter, value: try reader.map.value(of: setting, parameter), span: value.span))
            }
        }
        return wishes
    }

    // MARK: Parts

    private func entries(
        of node: YAMLNode?, _ what: String
    ) throws(CondarcError) -> [(name: String, key: YAMLNode, value: YAMLNode)] {
        guard let node, !node.isNull else { return [] }
        guard node.resolved.kind == .mapping else {
            throw error(
                .badType, "\(what) is no map", node,
                hint: what == "'forbid'"
                    ? "write `channels:` or `keys:` on a line below it, and the list behind that"
                    : "write `NAME: VALUE` lines, without '-'")
        }
        var found: [(name: String, key: YAMLNode, value: YAMLNode)] = []
        for entry in node.resolved.entries {
            guard !entry.isMerge, let name = entry.key.resolved.scalarText else {
                throw error(.badType, "a key of \(what) is not a word", entry.key, hint: "write each key out")
            }
            if let kind = entry.value.resolved.unreadableKind, entry.value.resolved.tag != nil {
                var error = error(
                    .badValue, "a policy has no tags, and here is \(kind)", entry.value, key: name,
                    hint: what == "'pin'" ? "take it away: what is pinned is marked #!final by itself" : "take it away")
                error.range = entry.value.resolved.fullRange
                (error.line, error.column) = (
                    entry.value.resolved.fullLocation.line, entry.value.resolved.fullLocation.column
                )
                throw error
            }
            found.append((name, entry.key, entry.value.resolved))
        }
        return found
    }

    private func words(_ node: YAMLNode, _ what: String) throws(CondarcError) -> [(text: String, node: YAMLNode)] {
        if node.isNull { return [] }
        guard node.kind == .sequence else {
            let names = node.scalarText.map(ShapeHint.words) ?? node.entries.compactMap(\.key.scalarText)
            throw error(
                .badType, "\(.key) is no list", node, key: what,
                hint: what == "forbid.keys" && node.kind == .mapping
                    ? hint(forKey: names.first ?? "KEY")
                    : "write `\(what.drop { $0 != "." }.dropFirst()): [\(names.joined(separator: ", "))]`")
        }
        return try node.items.map { (item) throws(CondarcError) in
            guard let text = item.resolved.scalarText, !text.isEmpty else {
                let name = item.resolved.entries.first?.key.scalarText
                throw error(
                    .badType, "an item of \(.key) is no text", item, key: what,
                    hint: name.map { what == "forbid.keys" ? hint(forKey: $0) : "write `- \($0)`" }
                        ?? "leave it out")
            }
            return (text, item)
        }
    }

    private func error(
        _ code: CondarcError.Code, _ message: Sentence, _ node: YAMLNode, key: String? = nil, hint: Advice? = nil
    ) -> CondarcError {
        var error = CondarcError(code, message, key: key, path: path, at: node.location, hint: hint)
        error.range = node.range
        return error
    }
}

extension Policy {
    /// Reads the text of a policy.
    ///
    /// Throws `YAMLError` or `CondarcError`; `contradiction`, with both lines, where it forbids what it requires or pins.
    package init(_ bytes: [UInt8], path: String, pathExists: @escaping (String) -> Bool = { _ in true }) throws {
        let document: YAMLDocument
        do { document = try YAMLDocument(configuration: bytes) } catch {
            // That it is a policy is no news here.
            guard ForeignText(bytes)?.isPolicy == true else { throw error }
            document = try YAMLDocument(bytes)
        }
        self = try PolicyReader.policy(
            GivenMap(
                document: document, path: path, nothing: .inFile, pathExists: pathExists))
    }
}
