import LosslessYAML

/// Reads a policy, and refuses one that is wrong or contradicts itself.
struct PolicyReader {
    private let path: String
    private let pathExists: (String) -> Bool
    private var required: [Policy.WantedValue] = []
    private var pinned: [Policy.WantedValue] = []
    private var channels: [ForbiddenChannel] = []
    private var keys: [Policy.ForbiddenKey] = []

    private init(path: String, pathExists: @escaping (String) -> Bool) {
        self.path = path
        self.pathExists = pathExists
    }

    static func policy(_ bytes: [UInt8], path: String, pathExists: @escaping (String) -> Bool) throws -> Policy {
        let document: YAMLDocument
        do { document = try YAMLDocument(configuration: bytes) } catch {
            // That it is a policy is no news here.
            guard ForeignText(bytes)?.isPolicy == true else { throw error }
            document = try YAMLDocument(bytes)
        }
        try document.checkIsConfiguration(
            hint: "a policy begins with the line 'version: 1'; `require:`, `forbid:` and `pin:` stand below it")
        var reader = PolicyReader(path: path, pathExists: pathExists)
        try reader.read(document)
        let policy = Policy(
            path: path, required: reader.required, pinned: reader.pinned, forbiddenChannels: reader.channels,
            forbiddenKeys: reader.keys)
        if let contradiction = policy.contradiction { throw contradiction }
        return policy
    }

    private static let sections = ["version", "require", "forbid", "pin"]

    private mutating func read(_ document: YAMLDocument) throws(CondarcError) {
        var hasVersion = false
        for (name, key, node) in try entries(of: document.root, "the policy") {
            switch name {
            case "version":
                guard case .int(let version) = node.value, version.digits == "1" else {
                    let isWritten = ["1", "1.0"].contains(node.value.pythonText)
                    throw error(
                        .badValue, isWritten ? "'version' is not the whole number 1" : "'version' is not 1", node,
                        hint: isWritten ? "write `version: 1`" : "this program knows version 1 only")
                }
                hasVersion = true
            case "require": required = try wishes(node, name)
            case "pin": pinned = try wishes(node, name)
            case "forbid": try readForbidden(node)
            default:
                throw error(
                    .badValue, "a policy has no '\(name)'", key,
                    hint: hint(forSection: name, isPolicy: document.ownEntries(named: Self.sections).count > 0))
            }
        }
        guard hasVersion else {
            throw CondarcError(
                .badValue, "the policy does not say its version", path: path, at: SourceLocation(line: 1, column: 1),
                hint: "begin it with the line 'version: 1'")
        }
    }

    /// - Parameter isPolicy: whether anything in the file is a policy's.
    private func hint(forSection name: String, isPolicy: Bool) -> String {
        if ParameterTable.parameter(forKey: name) != nil {
            return isPolicy
                ? "indent it below a line `require:` or `pin:`"
                : "this is a configuration; a policy is a file of its own, and begins with the line `version: 1`"
        }
        let near = Self.sections.first {
            $0.first == name.lowercased().first && abs($0.utf8.count - name.utf8.count) <= 2
        }
        return near.map { "did you mean '\($0)'?" } ?? "it has " + Self.sections.joined(separator: ", ")
    }

    private mutating func readForbidden(_ node: YAMLNode) throws(CondarcError) {
        for (name, key, list) in try entries(of: node, "'forbid'") {
            switch name {
            case "channels":
                channels = try words(list, "forbid.channels").map { (word) throws(CondarcError) in
                    if let complaint = ChannelPattern.complaint(about: word.text) {
                        throw error(.badValue, complaint.message, word.node, hint: complaint.hint)
                    }
                    return ForbiddenChannel(pattern: ChannelPattern(word.text), span: word.node.span)
                }
            case "keys":
                keys = try words(list, "forbid.keys").map { (word) throws(CondarcError) in
                    if let end = word.text.firstIndex(where: { $0 == ":" || $0 == " " || $0 == "=" }) {
                        throw error(
                            .badValue, "\(Coercion.quoted(word.text)) is no key", word.node,
                            hint: hint(forKey: String(word.text[..<end])))
                    }
                    return Policy.ForbiddenKey(word.text, at: word.node)
                }
            default:
                throw error(
                    .badValue, "'forbid' has no '\(name)'", key,
                    hint: name.hasPrefix("channel") ? "did you mean 'channels'?" : "it has channels and keys")
            }
        }
    }

    private func hint(forKey key: String) -> String {
        "write `- \(key)`: it may be set nowhere then; to forbid one value, pin another"
    }

    private func wishes(_ node: YAMLNode, _ section: String) throws(CondarcError) -> [Policy.WantedValue] {
        var wishes: [Policy.WantedValue] = []
        for (key, keyNode, value) in try entries(of: node, "'\(section)'") {
            guard let parameter = ParameterTable.parameter(forKey: key) else {
                throw error(.unknownParameter, "there is no parameter '\(key)'", keyNode, key: key)
            }
            guard !value.isNull else {
                throw error(
                    .badValue, "'\(section).\(key)' has no value", value, key: key,
                    hint: "to have a key set nowhere, name it in forbid.keys")
            }
            if let other = wishes.first(where: { $0.parameter == parameter }) {
                var error = error(
                    .aliasConflict, "'\(key)' is '\(parameter.name)', which line \(other.place.line) has", keyNode,
                    key: key, hint: "keep one of them")
                error.related = YAMLError.Related("the other one", other.span)
                throw error
            }
            if ChannelName.lists.contains(parameter.name),
                let several = value.items.first(where: { ChannelName.holdsSeveral($0.resolved.scalarText ?? "") })
            {
                throw error(
                    .badValue,
                    "\(Coercion.quoted(several.resolved.scalarText ?? "")) is one item with a blank or comma in it",
                    several, key: key, hint: "write each channel as an item of its own")
            }
            wishes.append(
                Policy.WantedValue(parameter: parameter, value: try typed(value, parameter, key), span: value.span)
            )
        }
        return wishes
    }

    private func typed(_ node: YAMLNode, _ parameter: Parameter, _ key: String) throws(CondarcError) -> YAMLValue {
        do throws(CondarcError) {
            let change = try PatchTyping.change(node.value, parameter, key, pathExists: pathExists)
            guard case .set(let value) = change else { return node.value }
            return value
        } catch {
            var error = error
            let place = node.location
            (error.path, error.line, error.column, error.range) = (path, place.line, place.column, node.range)
            throw error
        }
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

    private func words(
        _ node: YAMLNode, _ what: String
    ) throws(CondarcError) -> [(text: String, node: YAMLNode)] {
        if node.isNull { return [] }
        guard node.kind == .sequence else {
            let key = what == "forbid.keys" ? node.entries.first?.key.scalarText : nil
            throw error(
                .badType, "'\(what)' is no list", node,
                hint: key.map(hint) ?? node.scalarText.map { "write `\(what.drop { $0 != "." }.dropFirst()): [\($0)]`" }
                    ?? "write its items as '- ITEM' below it")
        }
        return try node.items.map { (item) throws(CondarcError) in
            guard let text = item.resolved.scalarText, !text.isEmpty else {
                let key = what == "forbid.keys" ? item.entries.first?.key.scalarText : nil
                throw error(.badType, "an item of '\(what)' is no text", item, hint: key.map(hint) ?? "quote it")
            }
            return (text, item)
        }
    }

    private func error(
        _ code: CondarcError.Code, _ message: String, _ node: YAMLNode, key: String? = nil, hint: String? = nil
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
    package init(
        _ bytes: [UInt8], path: String, pathExists: @escaping (String) -> Bool = { _ in true }
    ) throws {
        self = try PolicyReader.policy(bytes, path: path, pathExists: pathExists)
    }
}
