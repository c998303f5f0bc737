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
        let style = JSONStyle(escapesNonASCII: escapingNonASCII)
        return try replacing(replacements.map { ($0.node.range, $0.value.text(style: style)) })
    }

    /// The document with further elements at the end of an array.
    ///
    /// - Throws: `.notFound` if there is no such array.
    package func appending(_ elements: [JSONValue], toArrayAt path: JSONPath) throws(JSONError) -> JSONDocument {
        guard let array = node(at: path), array.elements != nil else { throw nowhere() }
        return try appending(elements.map { (nil, $0) }, to: array, at: path, style)
    }

    /// The document with further members at the end of an object.
    ///
    /// - Parameter escapingNonASCII: whether every character above U+007F is written as `\uXXXX`.
    /// - Parameter members: of names that the object does not have.
    /// - Throws: `.notFound` if there is no such object.
    package func appending(
        _ members: [JSONValue.Member], toObjectAt path: JSONPath, escapingNonASCII: Bool = false
    ) throws(JSONError) -> JSONDocument {
        guard let object = node(at: path), object.members != nil else { throw nowhere() }
        var style = self.style
        style.escapesNonASCII = escapingNonASCII
        return try appending(members.map { ($0.name, $0.value) }, to: object, at: path, style)
    }

    private func appending(
        _ children: [NewChild], to container: JSONNode, at path: JSONPath, _ style: JSONStyle
    ) throws(JSONError) -> JSONDocument {
        guard !children.isEmpty else { return self }
        let result = try inserting(children, style: style, atEndOf: container)
        guard let after = result.node(at: path)?.children, after.count == container.children.count + children.count,
            zip(after.suffix(children.count), children).allSatisfy({
                $0.name.isSameText(as: $1.name) && $0.value.value == $1.value
            })
        else { throw internalError(at: container.range.lowerBound) }
        return result
    }
}
