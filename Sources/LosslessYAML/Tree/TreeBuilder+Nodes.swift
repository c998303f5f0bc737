import CLibYAML

/// Reading one node: its anchor and tag, and what it is.
extension TreeBuilder {
    mutating func readNode(isBlock: Bool, mayBeIndentless: Bool) throws(YAMLError) {
        if tokens.type == YAML_SCALAR_TOKEN { return try readScalar(nil) }
        if tokens.type == YAML_ALIAS_TOKEN { return try readAlias() }

        let nodeLocation = tokens.location
        let nodeProperties = try readProperties()
        switch tokens.type {
        case YAML_BLOCK_ENTRY_TOKEN where mayBeIndentless:
            let indentation = open.last?.indentation ?? -1
            _ = try openCollection(.sequence, .block, nodeProperties, indentation: indentation)
            states.append(.indentlessSequenceEntry)
        case YAML_SCALAR_TOKEN:
            try readScalar(nodeProperties)
        case YAML_FLOW_SEQUENCE_START_TOKEN:
            try open(.sequence, .flow, nodeProperties, then: .flowSequenceFirst)
        case YAML_FLOW_MAPPING_START_TOKEN:
            try open(.mapping, .flow, nodeProperties, then: .flowMappingFirst)
        case YAML_BLOCK_SEQUENCE_START_TOKEN where isBlock:
            try open(.sequence, .block, nodeProperties, then: .blockSequenceEntry)
        case YAML_BLOCK_MAPPING_START_TOKEN where isBlock:
            try open(.mapping, .block, nodeProperties, then: .blockMappingKey)
        default:
            guard let nodeProperties else {
                throw problem(
                    "did not find expected node content",
                    context: isBlock ? "while parsing a block node" : "while parsing a flow node", from: nodeLocation)
            }
            addEmpty(nodeProperties)
        }
    }

    private mutating func readProperties() throws(YAMLError) -> NodeProperties? {
        guard tokens.type == YAML_ANCHOR_TOKEN || tokens.type == YAML_TAG_TOKEN else { return nil }
        let nodeLocation = tokens.location
        var result = NodeProperties(range: SourceRange(tokens.start, tokens.end))
        var tagHandle: (handle: String, suffix: String)?
        var tagLocation = nodeLocation
        while true {
            if tokens.type == YAML_ANCHOR_TOKEN, result.anchor == nil {
                result.anchor = tokens.anchor
            } else if tokens.type == YAML_TAG_TOKEN, tagHandle == nil {
                tagHandle = tokens.tag
                tagLocation = tokens.location
            } else {
                break
            }
            result.range.upperBound = tokens.end
            try skip()
        }
        if let (handle, suffix) = tagHandle {
            if handle.isEmpty {
                result.tag = suffix
            } else if let prefix = tagPrefixes[handle] ?? Self.prefix(ofOwn: handle) {
                result.tag = prefix + suffix
            } else {
                throw SyntaxProblem(
                    problem: "found undefined tag handle", context: "while parsing a node", location: tagLocation,
                    start: nodeLocation, source: source
                ).error
            }
        }
        return result
    }

    /// What the handles mean that no directive has to explain.
    private static func prefix(ofOwn handle: String) -> String? {
        switch handle {
        case "!": "!"
        case "!!": "tag:yaml.org,2002:"
        default: nil
        }
    }

    private mutating func readAlias() throws(YAMLError) {
        let name = tokens.alias
        guard let anchored = anchors.definitions[name] else {
            throw YAMLError(
                .syntax, "the alias *\(name) has no anchor &\(name) before it", at: tokens.location,
                hint: "define the anchor, or put the value in quotes if it starts with *")
        }
        guard !anchored.isOpen else {
            throw YAMLError(
                .unsupported, "the alias *\(name) stands inside the node that it repeats", at: tokens.location,
                hint: "write the value out")
        }
        guard open.count + anchored.height <= DocumentLimits.depth else { throw tooDeep() }
        var record = NodeRecord(
            kind: .alias, style: .plain, line: tokens.line, start: tokens.start, end: tokens.end,
            next: records.count + 1)
        record.referent = Int32(anchored.node)
        let node = add(record, nil)
        raiseHeight(to: anchored.height + 1)
        guard anchors.addAlias(at: node, to: anchored.node, in: records) else {
            throw YAMLError(
                .unsupported, "the aliases of this text would make it grow beyond all measure", at: tokens.location,
                hint: "write the values out instead of repeating aliases of aliases")
        }
        try skip()
    }

    private mutating func readScalar(_ nodeProperties: NodeProperties?) throws(YAMLError) {
        let style = tokens.style
        let text = tokens.scalar
        let start = tokens.start
        let tokenEnd = tokens.end
        var end = tokenEnd
        if style == .literal || style == .folded {
            end = BlockScalarExtent.end(
                ofTokenIn: bytes, from: start, to: tokenEnd, parentIndentation: open.last?.indentation ?? -1)
        }
        var record = NodeRecord(
            kind: .scalar, style: style, line: tokens.line, start: start, end: end, next: records.count + 1)
        let inset = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
        let isVerbatim =
            text.count == tokenEnd - start - 2 * inset
            && sameBytes(
                UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[(start + inset)..<(tokenEnd - inset)]),
                UnsafeRawBufferPointer(text))
        record.textLength = Int32(text.count)
        if isVerbatim {
            record.textStart = Int32(start + inset)
        } else {
            record.textStart = Int32(decoded.count)
            record.textIsDecoded = true
            decoded.append(contentsOf: text)
        }
        add(record, nodeProperties)
        try skip()
        contentEnd = end
    }
}
