/// JSON text and the places of its values; an edit keeps every byte that is not asked for.
///
/// The way into this module. `JSONParser` reads a text into `JSONNode`s that know their ranges; edits by `JSONPath` are texts
/// put in between, in the `JSONStyle` around them, one by one or as a batch. `JSONRecovery` saves what is whole of a damaged
/// text. `JSONValue` is a value without places: what is written by `JSONWriter`, all `--json` output too.
package struct JSONDocument: Sendable {
    package let bytes: [UInt8]
    package let root: JSONNode

    /// Reads one JSON value; a byte order mark before it is tolerated and kept.
    ///
    /// - Throws: `.encoding`, `.syntax` or `.tooDeep` with line and column.
    package init(_ bytes: [UInt8]) throws(JSONError) {
        if let offset = bytes.firstOffsetOutsideUTF8 {
            throw JSONError(.encoding, "the text is not UTF-8", at: offset, in: bytes)
        }
        var parser = JSONParser(bytes)
        root = try parser.parseDocument()
        self.bytes = bytes
    }

    package var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    /// The value at a path, or nil.
    package func node(at path: JSONPath) -> JSONNode? { root.node(at: path) }
}
