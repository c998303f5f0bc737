import LosslessYAML

/// Reads a file into a source.
package struct SourceReader {
    private let path: String
    private let document: YAMLDocument
    private let flags: FlagReader
    /// The flags that conda sees, by the index of their comment: nil, or why they mean nothing where they are.
    private var seen: [Int: IneffectiveFlag.Reason?] = [:]

    /// The source that a file's bytes are; one that cannot be read carries the reason.
    package static func source(path: String, bytes: [UInt8]) -> Source {
        let document: YAMLDocument
        do throws(YAMLError) {
            document = try YAMLDocument(bytes)
        } catch {
            let failure = CondarcError(
                .syntax, error.message, path: path, line: error.location?.line, column: error.location?.column,
                hint: error.hint)
            return Source(.file(path: path), failure: failure)
        }
        return source(path: path, document: document)
    }

    /// The source that a parsed file is.
    package static func source(path: String, document: YAMLDocument) -> Source {
        var reader = SourceReader(path: path, document: document, flags: FlagReader(document))
        return reader.read()
    }

    private mutating func read() -> Source {
        let kind = Source.Kind.file(path: path)
        if let duplicate = document.duplicateKeys.first {
            let first = duplicate.first.key
            return Source(
                kind,
                failure: error(
                    .syntax,
                    "the key \(Coercion.quoted(duplicate.second.key.value.pythonText)) stands here a second time",
                    at: duplicate.second.key, hint: "the first one is on line \(first.line); keep one of them"))
        }
        guard let root = document.root?.resolved, !root.isEmptyScalar else { return Source(kind) }
        do throws(CondarcError) {
            guard root.kind == .mapping else {
                if isFalse(root) { return Source(kind) }
                throw error(
                    .badType, "the file holds a \(root.value.noun), not a map of parameters", at: root,
                    hint: "write `KEY: VALUE` lines")
            }
            let settings = try settings(in: root)
            return Source(kind, settings: settings, ineffectiveFlags: ineffectiveFlags())
        } catch {
            return Source(kind, failure: error)
        }
    }

    /// conda passes over what Python takes for false.
    private func isFalse(_ node: YAMLNode) -> Bool {
        switch node.value {
        case .null, .bool(false), .string(""), .sequence([]), .mapping([]), .float(0): true
        case .int(let number): number.digits == "0"
        default: false
        }
    }

    private mutating func settings(in root: YAMLNode) throws(CondarcError) -> [Setting] {
        var settings: [Setting] = []
        for entry in try entries(of: root) {
            let value = try traced(entry.value, flag: entry.flag)
            guard let key = entry.key.value.text else { continue }
            settings.append(Setting(key: key, origin: origin(of: entry.key), value: value))
        }
        return settings
    }

    /// A mapping's entries with their flags, those of merge keys after its own.
    private mutating func entries(
        of mapping: YAMLNode
    ) throws(CondarcError) -> [(key: YAMLNode, value: YAMLNode, flag: Flag?)] {
        var found: [(key: YAMLNode, value: YAMLNode, flag: Flag?)] = []
        var keys: Set<YAMLValue> = []
        let entries = mapping.entries
        for entry in entries where entry.mergedMappings.isEmpty {
            keys.insert(entry.key.value)
            found.append((entry.key, entry.value, flag(of: entry)))
        }
        for entry in entries {
            for merged in entry.mergedMappings {
                // The loader keeps no comments for merged keys.
                for inherited in try self.entries(of: merged) where keys.insert(inherited.key.value).inserted {
                    found.append((inherited.key, inherited.value, nil))
                }
            }
        }
        return found
    }

    private mutating func traced(
        _ node: YAMLNode, flag: Flag?
    ) throws(CondarcError) -> TracedValue {
        let target = node.resolved
        if let kind = target.unreadableKind { throw unreadable(kind, at: node) }
        let content: TracedValue.Content
        switch target.kind {
        case .sequence where target.isOrderedMap:
            var entries: [TracedValue.Entry] = []
            for entry in target.items.flatMap(\.resolved.entries) {
                entries.append(.init(key: entry.key.value, value: try traced(entry.value, flag: nil)))
            }
            content = .mapping(entries)
        case .sequence:
            let marks = itemFlags(of: target)
            var items: [TracedValue] = []
            for (item, flag) in zip(target.items, marks) {
                items.append(try traced(item, flag: flag))
            }
            content = .sequence(items)
        case .mapping:
            var entries: [TracedValue.Entry] = []
            for entry in try self.entries(of: target) {
                let value = try traced(entry.value, flag: entry.flag)
                entries.append(.init(key: entry.key.value, value: value))
            }
            content = .mapping(entries)
        case .scalar, .alias:
            guard let value = target.readableValue else { throw unreadable("binary data", at: node) }
            content = .scalar(value)
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
            let parameter = ParameterTable.parameter(forKey: key), entry.value.value == .null
        else { return nil }
        if case .primitive = parameter.type { return nil }
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
        return .file(path: path, line: place.line, column: place.column)
    }

    private func error(
        _ code: CondarcError.Code, _ message: String, at node: YAMLNode, hint: String? = nil
    ) -> CondarcError {
        let place = node.location
        return CondarcError(code, message, path: path, line: place.line, column: place.column, hint: hint)
    }

    private func unreadable(_ kind: String, at node: YAMLNode) -> CondarcError {
        error(
            .badType, "conda cannot read \(kind), and stops at any file that holds one", at: node,
            hint: kind == "a date" ? "put it between quotes" : "write the value without a tag")
    }
}
