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
        guard let array = node(at: path), let present = array.elements else {
            throw JSONError(.notFound, "there is no such place", at: root.range.lowerBound, in: bytes)
        }
        guard !elements.isEmpty else { return self }
        let result = try inserting(elements.count, style: style, atEndOf: array) { writer, number in
            writer.write(elements[number])
        }
        guard let after = result.node(at: path)?.elements, after.count == present.count + elements.count,
            zip(after[present.count...], elements).allSatisfy({ $0.value == $1 })
        else { throw internalError(at: array.range.lowerBound) }
        return result
    }

    /// The document with further members at the end of an object.
    ///
    /// - Parameter escapingNonASCII: whether every character above U+007F is written as `\uXXXX`.
    /// - Parameter members: of names that the object does not have.
    /// - Throws: `.notFound` if there is no such object.
    package func appending(
        _ members: [JSONValue.Member], toObjectAt path: JSONPath, escapingNonASCII: Bool = false
    ) throws(JSONError) -> JSONDocument {
        guard let object = node(at: path), let present = object.members else {
            throw JSONError(.notFound, "there is no such place", at: root.range.lowerBound, in: bytes)
        }
        guard !members.isEmpty else { return self }
        var style = self.style
        style.escapesNonASCII = escapingNonASCII
        let result = try inserting(members.count, style: style, atEndOf: object) { writer, number in
            writer.write(members[number])
        }
        guard let after = result.node(at: path)?.members, after.count == present.count + members.count,
            zip(after[present.count...], members).allSatisfy({
                $0.name.isSameText(as: $1.name) && $0.value.value == $1.value
            })
        else { throw internalError(at: object.range.lowerBound) }
        return result
    }
}
