/// Many edits in one pass over the text, which is read again once.
extension JSONDocument {
    /// The document with the texts of several values replaced, each by a value without line breaks.
    ///
    /// - Parameter escapingNonASCII: whether every character above U+007F is written as `\uXXXX`.
    /// - Parameter replacements: nodes of this document, disjoint, in the order of the text.
    /// - Throws: `.internal` where the text would be damaged.
    package func replacing(
        _ replacements: [(node: JSONNode, value: JSONValue)], escapingNonASCII: Bool = false
    ) throws(JSONError) -> JSONDocument {
        guard !replacements.isEmpty else { return self }
        let style = JSONStyle(escapesNonASCII: escapingNonASCII)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        for (node, value) in replacements {
            guard node.range.lowerBound >= position else { throw internalError(at: node.range.lowerBound) }
            result += bytes[position..<node.range.lowerBound]
            result += value.text(style: style).utf8
            position = node.range.upperBound
        }
        return try JSONDocument(edited: result + bytes[position...])
    }

    /// The document with further elements at the end of an array.
    ///
    /// - Throws: `.notFound` if there is no such array.
    package func appending(_ elements: [JSONValue], toArrayAt path: JSONPath) throws(JSONError) -> JSONDocument {
        guard node(at: path)?.elements != nil else { throw nowhere() }
        return try appending(elements.count, at: path, style) {
            $0.write(elements[$1])
        } isRight: { after in
            zip(after.elements?.suffix(elements.count) ?? [], elements).allSatisfy { $0.value == $1 }
        }
    }

    /// The document with further members at the end of an object.
    ///
    /// - Parameter escapingNonASCII: whether every character above U+007F is written as `\uXXXX`.
    /// - Parameter members: of names that the object does not have.
    /// - Throws: `.notFound` if there is no such object.
    package func appending(
        _ members: [JSONValue.Member], toObjectAt path: JSONPath, escapingNonASCII: Bool = false
    ) throws(JSONError) -> JSONDocument {
        guard node(at: path)?.members != nil else { throw nowhere() }
        var style = self.style
        style.escapesNonASCII = escapingNonASCII
        return try appending(members.count, at: path, style) {
            $0.write(members[$1])
        } isRight: { after in
            zip(after.members?.suffix(members.count) ?? [], members).allSatisfy {
                $0.name.isSameText(as: $1.name) && $0.value.value == $1.value
            }
        }
    }

    private func appending(
        _ count: Int, at path: JSONPath, _ style: JSONStyle, _ write: (inout JSONWriter, Int) -> Void,
        isRight: (JSONNode) -> Bool
    ) throws(JSONError) -> JSONDocument {
        guard let container = node(at: path) else { throw nowhere() }
        guard count > 0 else { return self }
        let result = try inserting(count, style: style, atEndOf: container, write: write)
        guard let after = result.node(at: path), after.childRanges.count == container.childRanges.count + count,
            isRight(after)
        else { throw internalError(at: container.range.lowerBound) }
        return result
    }
}
