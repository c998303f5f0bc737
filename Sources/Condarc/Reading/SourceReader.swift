import CondaURL
package import LosslessYAML

/// Reads a file into a source.
package struct SourceReader {
    private let path: String
    private let document: YAMLDocument
    private let flags: FlagReader
    /// The flags that conda sees, by the index of their comment: nil, or why they mean nothing where they are.
    private var seen: [Int: IneffectiveFlag.Reason?] = [:]
    private var problems: [Problem] = []

    /// The source that a file's bytes are; one that cannot be read carries the reason.
    package static func source(path: String, bytes: [UInt8]) -> Source {
        let document: YAMLDocument
        do throws(YAMLError) {
            document = try YAMLDocument(configuration: bytes)
        } catch {
            var failure = CondarcError(.syntax, "\(error.message)", path: path, at: error.location, hint: error.advice)
            if let text = try? SourceText(bytes), let start = error.location, let end = error.end {
                failure.range = SourceRange(text.offset(of: start), text.offset(of: end))
            }
            failure.related = error.related
            failure.isPassedOver = error.isLexical
            return Source(.file(path: path), failure: failure)
        }
        return source(path: path, document: document)
    }

    /// The source that a parsed file is.
    package static func source(path: String, document: YAMLDocument) -> Source {
        var reader = SourceReader(path: path, document: document, flags: FlagReader(document))
        let settings = reader.readAll() ?? []
        let failure = reader.problems.first?.error
        return Source(.file(path: path), settings: failure == nil ? settings : [], failure: failure)
    }

    /// Something that conda would stop at.
    struct Problem {
        enum Kind {
            case duplicateKey
            case unreadableValue
            case notAMap
        }

        let kind: Kind
        let node: YAMLNode
        let error: CondarcError
    }

    /// What a file sets even though conda would stop at something in it, and all that it would stop at.
    struct Reading {
        let settings: [Setting]
        let problems: [Problem]
        let ineffectiveFlags: [IneffectiveFlag]
    }

    /// Reads on after every problem, for whoever wants to know all of them.
    ///
    /// - Parameter root: the map to read; nil for the whole text.
    static func reading(path: String, document: YAMLDocument, in root: YAMLNode? = nil) -> Reading {
        var reader = SourceReader(path: path, document: document, flags: FlagReader(document))
        let settings = root.map { reader.settings(in: $0.resolved) } ?? reader.readAll()
        return Reading(
            settings: settings ?? [], problems: reader.problems,
            ineffectiveFlags: settings == nil ? [] : reader.ineffectiveFlags())
    }

    /// What the file sets; nil where it holds no map.
    private mutating func readAll() -> [Setting]? {
        if let root = document.root, let error = UnreadableTab.error(in: document, path: path) {
            problems.append(Problem(kind: .unreadableValue, node: root, error: error))
        }
        for (first, second) in document.duplicateKeys {
            note(
                .duplicateKey, .syntax, "the key \(.key) stands here a second time",
                key: second.key.value.pythonText, at: second.key,
                related: YAMLError.Related("the first one", first.key.span),
                hint: YAMLDocument.remedy(forTwice: first, second))
        }
        guard let root = document.root?.resolved, !root.isEmptyScalar else { return nil }
        guard root.kind == .mapping else {
            if let found = NoMap.found(root, in: document) {
                note(.notAMap, .badType, found.message, key: found.key, at: root, range: found.range, hint: found.hint)
            }
            return nil
        }
        return settings(in: root)
    }

    private mutating func settings(in root: YAMLNode) -> [Setting] {
        let entries = entries(of: root)
        var settings: [Setting] = []
        settings.reserveCapacity(entries.count)
        for entry in entries {
            let value = traced(entry.value, flag: entry.flag)
            guard let key = entry.key.value.text else { continue }
            settings.append(Setting(key: key, origin: origin(of: entry.key), value: value))
        }
        return settings
    }

    /// A mapping's entries with their flags, those of merge keys after its own.
    private mutating func entries(of mapping: YAMLNode) -> [(key: YAMLNode, value: YAMLNode, flag: Flag?)] {
        let entries = mapping.entries
        var found: [(key: YAMLNode, value: YAMLNode, flag: Flag?)] = []
        found.reserveCapacity(entries.count)
        for entry in entries where entry.mergedMappings.isEmpty {
            found.append((entry.key, entry.value, flag(of: entry)))
        }
        guard found.count < entries.count else { return found }
        var keys = Set(found.map(\.key.value))
        for entry in entries {
            for merged in entry.mergedMappings {
                // The loader keeps no comments for merged keys.
                for inherited in self.entries(of: merged) where keys.insert(inherited.key.value).inserted {
                    found.append((inherited.key, inherited.value, nil))
                }
            }
        }
        return found
    }

    private func entries(ofOrderedMap list: YAMLNode) -> [(key: YAMLNode, value: YAMLNode, flag: Flag?)] {
        list.items.flatMap(\.resolved.entries).map { ($0.key, $0.value, nil) }
    }

    private mutating func traced(_ node: YAMLNode, flag: Flag?) -> TracedValue {
        let resolved = node.resolved
        if let kind = resolved.unreadableKind { noteUnreadable(kind, at: node) }
        let content: TracedValue.Content
        switch resolved.kind {
        case .sequence where !resolved.isOrderedMap:
            let nodes = resolved.items
            let marks = flags.hasFlags ? itemFlags(of: resolved) : []
            var items: [TracedValue] = []
            items.reserveCapacity(nodes.count)
            for (index, item) in nodes.enumerated() {
                items.append(traced(item, flag: marks.isEmpty ? nil : marks[index]))
            }
            content = .sequence(items)
        case .mapping, .sequence:
            let pairs = resolved.kind == .mapping ? entries(of: resolved) : entries(ofOrderedMap: resolved)
            var entries: [TracedValue.Entry] = []
            for (key, value, flag) in pairs {
                entries.append(.init(key: key.value, value: traced(value, flag: flag), keyRange: key.range))
            }
            content = .mapping(entries)
        case .scalar, .alias:
            let value = resolved.readableValue
            if value == nil { noteUnreadable("binary data", at: node) }
            content = .scalar(value ?? resolved.value)
        }
        return TracedValue(content, from: origin(of: node), flag: flag)
    }

    // MARK: Flags

    private mutating func flag(of entry: YAMLEntry) -> Flag? {
        guard let found = flags.flag(ofEntryWith: entry.value) else { return nil }
        let reason: IneffectiveFlag.Reason? = found.flag == .final ? nullReason(entry) : .wrongPlace(marks: "a key")
        seen[found.comment] = .some(reason)
        return found.flag
    }

    private mutating func itemFlags(of sequence: YAMLNode) -> [Flag?] {
        flags.flags(ofItemsIn: sequence).map { found in
            guard let found else { return nil }
            seen[found.comment] = .some(found.flag == .final ? .wrongPlace(marks: "an item") : nil)
            return found.flag
        }
    }

    /// A null list or map at the top counts as absent, whatever its flag.
    private func nullReason(_ entry: YAMLEntry) -> IneffectiveFlag.Reason? {
        guard entry.key.parent?.parent == nil, let key = entry.key.value.text,
            let parameter = ParameterTable.parameter(forKey: key), !parameter.type.isPrimitive,
            entry.value.value == .null
        else { return nil }
        return .onNull
    }

    private func ineffectiveFlags() -> [IneffectiveFlag] {
        flags.comments.indices.compactMap { index in
            let comment = flags.comments[index]
            guard IneffectiveFlag.looksLikeFlag(comment) else { return nil }
            let reason =
                if let place = seen[index] {
                    place
                } else {
                    IneffectiveFlag.reason(inTextOf: comment) ?? (flags.isJoined(index) ? .joined : .unattached)
                }
            return reason.map { IneffectiveFlag(comment: comment, reason: $0) }
        }
    }

    // MARK: Places

    private func origin(of node: YAMLNode) -> Origin {
        let place = node.location
        return .file(path: path, line: place.line, column: place.column, range: node.range)
    }

    private mutating func note(
        _ kind: Problem.Kind, _ code: CondarcError.Code, _ message: Sentence, key: String? = nil,
        at node: YAMLNode, range: SourceRange? = nil, related: YAMLError.Related? = nil, hint: Advice?
    ) {
        let range = range ?? node.range
        let place = document.source.location(at: range.lowerBound)
        var error = CondarcError(code, message, key: key, path: path, at: place, hint: hint)
        error.range = range
        error.related = related
        problems.append(Problem(kind: kind, node: node, error: error))
    }

    /// People write tags where they mean something else.
    private static func hint(forTagOf node: YAMLNode) -> Advice {
        let name = node.shortTag.dropFirst()
        if ["final", "top", "bottom"].contains(name) {
            return "a flag stands in a comment: write #!\(name) behind the value"
        }
        return node.isEmptyScalar && node.shortTag.hasPrefix("!") && !node.shortTag.hasPrefix("!!")
            ? "take away the '!'; what is to be left out is not written at all" : "write the value without a tag"
    }

    private mutating func noteUnreadable(_ kind: String, at node: YAMLNode) {
        let isOfAnsible = node.value.text?.hasPrefix("$ANSIBLE_VAULT") == true
        note(
            .unreadableValue, .badType,
            isOfAnsible
                ? "this is encrypted by ansible-vault, which conda cannot read"
                : "conda cannot read \(kind), and stops at any file that holds one", at: node,
            range: kind.contains("tag") ? node.propertiesRange : nil,
            hint: isOfAnsible
                ? "write the decrypted value, without the tag"
                : kind.contains("!include")
                    ? "conda includes no other file: copy its lines here, or put it into a directory condarc.d"
                    : kind.contains("tag") ? Self.hint(forTagOf: node) : "put it between quotes")
    }
}

extension YAMLDocument {
    /// What other program's text this is; nil for what may be a configuration.
    var foreignText: ForeignText? {
        guard let root = root?.resolved else { return nil }
        let entries = (root.kind == .sequence ? root.items.first?.resolved : root)?.entries ?? []
        return ForeignText(bytes, keys: entries.compactMap(\.key.resolved.scalarText))
    }
}
