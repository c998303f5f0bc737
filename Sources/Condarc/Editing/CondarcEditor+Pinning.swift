import LosslessYAML

extension CondarcEditor {
    /// Gives a parameter a value and marks its key `#!final`, where conda sees the flag.
    ///
    /// conda reads a comment as one with those that follow up to the next key, so a flag counts only alone: a comment on
    /// its line moves to a line of its own above, and a key with comments below it moves before the first key.
    mutating func pin(_ key: String, to value: YAMLValue) throws {
        try atOnce { try $0.pinAlone(key, to: value) }
    }

    private mutating func pinAlone(_ key: String, to value: YAMLValue) throws {
        let before = self
        try give(key, value)
        if isFinal(key) || addFlag(key) { return }
        _ = try unset(key)
        if addFirst(key, value) { return }
        self = before
        throw CondarcError(
            .badType, "\(.key) cannot be marked #!final where it stands", key: key,
            hint: "write it on a line of its own: '\(key): VALUE  #!final'")
    }

    /// Whether conda sees the flag at the key.
    private func isFinal(_ key: String) -> Bool {
        guard let parameter = ParameterTable.parameter(forKey: key) else { return false }
        let settings = SourceReader.source(path: "", document: document).settings(of: parameter)
        return settings.count == 1 && settings[0].value.flag == .final
    }

    /// Writes the flag at the end of the key's line; false where that has not the effect.
    private mutating func addFlag(_ key: String) -> Bool {
        guard let entry = entry(key), document.root?.style == .block, let colon = entry.value.indicatorRange else {
            return false
        }
        let isBlock = [.block, .literal, .folded].contains(entry.value.style) || entry.value.isEmptyScalar
        let end = isBlock ? colon.upperBound : entry.value.fullRange.upperBound
        let lineEnd = document.bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? document.bytes.count
        var result = document.bytes
        let comment = Array(result[end..<lineEnd].drop { $0 == 0x20 || $0 == 0x09 })
        guard comment.isEmpty || comment.first == UInt8(ascii: "#") else { return false }
        result.replaceSubrange(end..<lineEnd, with: Array("  #!final".utf8))
        if !comment.isEmpty, Flag(comment: String(decoding: comment, as: UTF8.self)) == nil {
            result.insert(contentsOf: comment + document.source.lineBreak.bytes, at: entry.key.fullRange.lowerBound)
        }
        return adopt(result, ifFinal: key, expecting: document.root?.value)
    }

    /// Writes a key that the file has not, with the flag, before its first key; false where that has not the effect.
    private mutating func addFirst(_ key: String, _ value: YAMLValue) -> Bool {
        guard var alone = try? CondarcEditor([]), (try? alone.give(key, value)) != nil, alone.addFlag(key),
            let written = alone.document.root?.value, case .mapping(let new) = written
        else { return false }
        let lineBreak = document.source.lineBreak.bytes
        var text: [UInt8] = []
        for byte in alone.document.bytes { if byte == 0x0A { text += lineBreak } else { text.append(byte) } }
        let root = document.root
        guard root?.style == .block || root?.isNull ?? true else { return false }
        var pairs: [YAMLPair] = []
        if case .mapping(let present)? = root?.value { pairs = present }
        let place = root?.entries.first?.key.fullRange.lowerBound ?? document.bytes.count
        return adopt(
            document.bytes[..<place] + text + document.bytes[place...], ifFinal: key, expecting: .mapping(new + pairs))
    }

    /// Takes over a text that has been read again and means what was asked for, as every edit is verified.
    private mutating func adopt(
        _ bytes: some Sequence<UInt8>, ifFinal key: String, expecting value: YAMLValue?
    ) -> Bool {
        guard let after = try? YAMLDocument(configuration: Array(bytes)), after.root?.value == value else {
            return false
        }
        let before = document
        document = after
        if isFinal(key) { return true }
        document = before
        return false
    }

    private func entry(_ key: String) -> YAMLEntry? {
        guard let named = try? NamedPlace(key, in: document), case .key(let name)? = named.path.components.first
        else { return nil }
        return document.ownEntries(named: [name]).first
    }
}
