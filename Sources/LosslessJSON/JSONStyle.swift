/// How new JSON text is laid out; by default on one line with `, ` and `: `, as Python's `json.dumps` writes.
package struct JSONStyle: Sendable, Equatable {
    /// Between elements on one line.
    package var itemSeparator: String
    /// Between a name and its value.
    package var nameSeparator: String
    /// One level; nil for everything on one line.
    package var indent: String?
    package var lineBreak: String
    /// Writes every character above U+007F as `\uXXXX`.
    package var escapesNonASCII: Bool

    package init(
        itemSeparator: String = ", ", nameSeparator: String = ": ", indent: String? = nil, lineBreak: String = "\n",
        escapesNonASCII: Bool = false
    ) {
        self.itemSeparator = itemSeparator
        self.nameSeparator = nameSeparator
        self.indent = indent
        self.lineBreak = lineBreak
        self.escapesNonASCII = escapesNonASCII
    }

    /// One line without blanks, as `JSON.stringify` writes.
    package static let compact = JSONStyle(itemSeparator: ",", nameSeparator: ":")
}

extension JSONDocument {
    /// The layout of the text, taken from the first place that shows each of its traits.
    package var style: JSONStyle {
        var finder = JSONStyleFinder(bytes: bytes)
        finder.visit(root)
        return finder.style
    }
}

private struct JSONStyleFinder {
    let bytes: [UInt8]
    private var itemSeparator: String?
    private var nameSeparator: String?
    private var indent: String?
    private var lineBreak: String?

    init(bytes: [UInt8]) { self.bytes = bytes }

    var style: JSONStyle {
        // A text without a single blank between its pieces says so by its name separator or its commas alone.
        let isCompact = (nameSeparator ?? itemSeparator).map { !$0.utf8.contains(0x20) } ?? false
        return JSONStyle(
            itemSeparator: itemSeparator ?? (isCompact ? "," : ", "),
            nameSeparator: nameSeparator ?? (isCompact ? ":" : ": "), indent: indent, lineBreak: lineBreak ?? "\n")
    }

    mutating func visit(_ node: JSONNode) {
        let children = node.childRanges
        if indent == nil, let first = children.first, let last = children.last {
            findIndent(
                before: node.range.lowerBound + 1..<first.lowerBound,
                after: last.upperBound..<node.range.upperBound - 1)
        }
        if itemSeparator == nil, children.count > 1 {
            let gap = text(children[0].upperBound..<children[1].lowerBound)
            if !gap.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) { itemSeparator = gap }
        }
        if nameSeparator == nil, let first = node.members?.first {
            let gap = text(first.nameRange.upperBound..<first.value.range.lowerBound)
            if !gap.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) { nameSeparator = gap }
        }
        node.elements?.forEach { visit($0) }
        node.members?.forEach { visit($0.value) }
    }

    private mutating func findIndent(before: Range<Int>, after: Range<Int>) {
        guard let inner = bytes[before].lastIndex(of: 0x0A), let outer = bytes[after].lastIndex(of: 0x0A) else {
            return
        }
        let deep = bytes[(inner + 1)..<before.upperBound]
        let shallow = bytes[(outer + 1)..<after.upperBound]
        guard deep.count > shallow.count, deep.starts(with: shallow) else { return }
        indent = String(decoding: deep.dropFirst(shallow.count), as: UTF8.self)
        lineBreak = inner > 0 && bytes[inner - 1] == 0x0D ? "\r\n" : "\n"
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
