extension JSONDocument {
    /// The document with the value at a path, replaced or appended; missing objects on the way are created.
    ///
    /// The name or index after the last element appends to an array. A name that occurs twice: the last one is meant.
    /// - Throws: `.notFound` where the path leads through something else than an object or array.
    package func setting(
        _ value: JSONValue, at path: JSONPath, escapingNonASCII: Bool = false
    ) throws(JSONError) -> JSONDocument {
        var style = self.style
        style.escapesNonASCII = escapingNonASCII
        var node = root
        var rest = path.components[...]
        while let component = rest.first, let next = node.child(component) {
            node = next
            rest = rest.dropFirst()
        }
        let result: JSONDocument
        if let component = rest.first {
            var new = value
            for case .name(let name) in rest.dropFirst().reversed() { new = .object([.init(name, new)]) }
            guard rest.dropFirst().allSatisfy({ if case .name = $0 { true } else { false } }) else {
                throw nowhere(node)
            }
            switch (component, node.content) {
            case (.name(let name), .object):
                result = try inserting([(name, new)], style: style, atEndOf: node)
            case (.index(let index), .array(let elements)) where index == elements.count:
                result = try inserting([(nil, new)], style: style, atEndOf: node)
            default: throw nowhere(node)
            }
        } else {
            let margin = self.margin(at: node.range.lowerBound)
            // A value on one line with its neighbours stays on one line.
            if !startsLine(containing: node, under: path) { style.indent = nil }
            result = try replacing([(node.range, value.text(style: style, margin: margin))])
        }
        guard result.node(at: path)?.value == value else { throw internalError(at: node.range.lowerBound) }
        return result
    }

    /// The document without the element, or without every member of that name.
    ///
    /// - Throws: `.notFound` if there is none.
    package func removing(_ path: JSONPath) throws(JSONError) -> JSONDocument {
        let container = JSONPath(path.components.dropLast())
        guard let last = path.components.last, node(at: container)?.child(last) != nil else { throw nowhere() }
        return switch last {
        case .index(let index): try removingElements([index], of: container)
        case .name(let name): try removingMembers(of: container) { $0.name.isSameText(as: name) }
        }
    }

    /// The document without some elements of an array; an index that is not there is no error.
    ///
    /// - Throws: `.notFound` if there is no such array.
    package func removingElements(_ indices: Set<Int>, of path: JSONPath) throws(JSONError) -> JSONDocument {
        guard let array = node(at: path), array.elements != nil else { throw nowhere() }
        return try removing(from: array, at: path) { indices.contains($0) }
    }

    /// The document without the members of an object that a condition holds for.
    ///
    /// - Throws: `.notFound` if there is no such object.
    package func removingMembers(
        of path: JSONPath, where isRemoved: (JSONMember) -> Bool
    ) throws(JSONError) -> JSONDocument {
        guard let object = node(at: path), let members = object.members else { throw nowhere() }
        return try removing(from: object, at: path) { isRemoved(members[$0]) }
    }

    private func removing(
        from container: JSONNode, at path: JSONPath, where isRemoved: (Int) -> Bool
    ) throws(JSONError) -> JSONDocument {
        let document = try replacing(removalRanges(in: container, where: isRemoved).map { ($0, "") })
        let kept = container.childRanges.indices.filter { !isRemoved($0) }.count
        guard document.node(at: path)?.childRanges.count == kept else {
            throw internalError(at: container.range.lowerBound)
        }
        return document
    }

    /// - Parameter node: where the path leads no further.
    func nowhere(_ node: JSONNode? = nil) -> JSONError {
        JSONError(.notFound, "there is no such place", at: (node ?? root).range.lowerBound, in: bytes)
    }

    func internalError(at offset: Int) -> JSONError {
        JSONError(.internal, "an edit did not read back as expected", at: offset, in: bytes)
    }

    /// The document with texts in place of parts of it, which are disjoint and in order.
    func replacing(_ parts: [(range: Range<Int>, text: String)]) throws(JSONError) -> JSONDocument {
        guard !parts.isEmpty else { return self }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        for (range, text) in parts {
            guard range.lowerBound >= position else { throw internalError(at: range.lowerBound) }
            result += bytes[position..<range.lowerBound]
            result += text.utf8
            position = range.upperBound
        }
        result += bytes[position...]
        do { return try JSONDocument(result) } catch {
            throw JSONError(.internal, "an edit would damage the text", at: error.offset, in: result)
        }
    }

    /// An element, or a member with its name.
    typealias NewChild = (name: String?, value: JSONValue)

    /// Puts children behind the last one of a container, in the way those are laid out.
    func inserting(_ new: [NewChild], style: JSONStyle, atEndOf container: JSONNode) throws(JSONError) -> JSONDocument {
        var style = style
        let children = container.childRanges
        let inside =
            container.range.lowerBound + 1..<max(container.range.lowerBound + 1, container.range.upperBound - 1)
        guard let last = children.last else {
            let margin = self.margin(at: container.range.lowerBound)
            let inner = margin + (style.indent ?? "")
            let texts = new.map { JSONWriter.text($0.name, $0.value, style: style, margin: inner) }
            let text =
                style.indent == nil
                ? texts.joined(separator: style.itemSeparator)
                : style.lineBreak + inner + texts.joined(separator: "," + style.lineBreak + inner) + style.lineBreak
                    + margin
            return try replacing([(inside, text)])
        }
        var gap = style.itemSeparator
        if children.count > 1 {
            gap = String(decoding: bytes[children[children.count - 2].upperBound..<last.lowerBound], as: UTF8.self)
        } else if bytes[inside.lowerBound..<last.lowerBound].contains(0x0A) {
            gap = "," + String(decoding: bytes[inside.lowerBound..<last.lowerBound], as: UTF8.self)
        }
        if !gap.utf8.contains(0x0A) { style.indent = nil }
        let margin = margin(at: last.lowerBound)
        let texts = new.map { gap + JSONWriter.text($0.name, $0.value, style: style, margin: margin) }
        return try replacing([(last.upperBound..<last.upperBound, texts.joined())])
    }

    /// The blanks that begin the line of an offset.
    private func margin(at offset: Int) -> String {
        let lineStart = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return String(decoding: bytes[lineStart..<offset].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    private func startsLine(containing node: JSONNode, under path: JSONPath) -> Bool {
        if path.components.isEmpty || bytes[node.range].contains(0x0A) { return true }
        guard let parent = self.node(at: JSONPath(path.components.dropLast())) else { return true }
        return bytes[parent.range].contains(0x0A)
    }

    /// What goes with the removed children: a comma and the blanks on one side, everything between the brackets with the last.
    private func removalRanges(in parent: JSONNode, where isRemoved: (Int) -> Bool) -> [Range<Int>] {
        let children = parent.childRanges
        guard !children.isEmpty else { return [] }
        guard let lastKept = children.indices.last(where: { !isRemoved($0) }) else {
            return [parent.range.lowerBound + 1..<parent.range.upperBound - 1]
        }
        var ranges = children.indices.filter { $0 < lastKept && isRemoved($0) }.map {
            children[$0].lowerBound..<children[$0 + 1].lowerBound
        }
        if lastKept < children.count - 1 {
            ranges.append(children[lastKept].upperBound..<children[children.count - 1].upperBound)
        }
        return ranges
    }
}
