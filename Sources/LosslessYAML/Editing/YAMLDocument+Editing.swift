extension YAMLDocument {
    /// Makes the document what is wished, as one change: all of it or nothing.
    ///
    /// Mappings on the way to what is not there yet are created. Throws `.refused` where the edit would change other values
    /// too, `.notFound` where what is to go or to stay is not there.
    package func changing(to wish: YAMLWish) throws(YAMLError) -> YAMLChange {
        if case .children(let children) = wish, children.isEmpty { return YAMLChange(edits: [], document: self) }
        // The line break that an edit works with may change what a block scalar at the end means.
        if !source.endsWithLineBreak {
            var plan = EditPlan(tree)
            _ = try plan.make(wish)
            if plan.edits.edits.isEmpty { return YAMLChange(edits: [], document: self) }
        }
        return try change(to: wish)
    }

    /// Makes the node at the path this value; what already is as asked keeps its text.
    public func setting(_ value: YAMLValue, at path: NodePath) throws(YAMLError) -> YAMLChange {
        try changing(to: YAMLWish(.value(value), at: path))
    }

    /// Makes the sequence at the path exactly these items.
    ///
    /// Existing items keep their lines; when their order changes, as few of them as possible move.
    package func settingItems(_ items: [SequenceItem], at path: NodePath) throws(YAMLError) -> YAMLChange {
        try changing(to: YAMLWish(.items(items), at: path))
    }

    /// Removes the entry or item at the path; throws `.notFound` if there is none.
    public func removing(_ path: NodePath) throws(YAMLError) -> YAMLChange {
        guard !path.components.isEmpty else {
            throw YAMLError(.notFound, "the document itself cannot be removed")
        }
        return try changing(to: YAMLWish(nil, at: path))
    }

    /// Plans against a text whose last line is whole, applies to the text as it is, and verifies the result.
    private func change(to wish: YAMLWish) throws(YAMLError) -> YAMLChange {
        let needsBreak = bytes.count > source.start && !source.endsWithLineBreak
        let padded = needsBreak ? try YAMLDocument(bytes + source.lineBreak.bytes, for: source.audience) : self
        var plan = EditPlan(padded.tree)
        let expected = try plan.make(wish)
        if plan.edits.edits.isEmpty { return YAMLChange(edits: [], document: self) }
        var failure = unverified
        for leftovers in Leftovers.allCases {
            guard let edits = plan.edits.normalized(leftovers, of: padded.tree) else {
                failure = YAMLError(.internal, "the edits of this change overlap")
                continue
            }
            // A block scalar that now ends the text may need its line break, so there is a second try with one.
            for keepsBreak in [false, true] where needsBreak || !keepsBreak {
                let candidate =
                    needsBreak
                    ? self.edits(edits, of: padded, keepingLastBreak: keepsBreak)
                    : edits.compactMap { $0.trimmed(in: bytes) }
                do { return try verified(candidate, expected) } catch { failure = error }
            }
        }
        throw misplacedMark ?? failure
    }

    /// A byte order mark that is not the first character, as where one file was put behind another: libyaml passes over it
    /// at the beginning of a line, but counts it as a column.
    private var misplacedMark: YAMLError? {
        let place = bytes.indices.dropFirst(source.start).first { bytes[$0...].starts(with: [0xEF, 0xBB, 0xBF]) }
        return place.map { place in
            YAMLError(
                .refused, "a byte order mark (U+FEFF) stands inside the text", at: source.location(at: place),
                hint: "remove it: it came from the beginning of another file")
        }
    }

    private func verified(_ edits: [TextEdit], _ expected: Expected) throws(YAMLError) -> YAMLChange {
        let text = edits.applied(to: bytes)
        if text == bytes { return YAMLChange(edits: [], document: self) }
        let result: YAMLDocument
        do {
            result = try YAMLDocument(text, for: source.audience)
        } catch {
            if hasAnchors { throw unverified }
            if error.code == .syntax, bytes.contains(0x09) {
                throw YAMLError(
                    .refused, "what the edit leaves would not be YAML: \(error.message)", at: error.location,
                    hint: "replace the tabs in this file by spaces first")
            }
            throw YAMLError(.internal, "the edited text cannot be read: \(error.message)", at: error.location)
        }
        guard Verifier.accepts(result.tree, expecting: expected, from: tree) else { throw unverified }
        return YAMLChange(edits: edits, document: result)
    }

    /// Brings edits of the padded text back to the text whose last line has no line break.
    private func edits(_ edits: [TextEdit], of padded: YAMLDocument, keepingLastBreak keepsBreak: Bool) -> [TextEdit] {
        guard let first = edits.firstIndex(where: { $0.range.upperBound > bytes.count }) else {
            return edits.compactMap { $0.trimmed(in: bytes) }
        }
        var lower = min(edits[first].range.lowerBound, bytes.count)
        var tail = edits[first...].map {
            TextEdit(
                range: SourceRange($0.range.lowerBound - lower, $0.range.upperBound - lower),
                replacement: $0.replacement)
        }.applied(to: Array(padded.bytes[lower...]))
        if keepsBreak {
            // As it is.
        } else if tail.isEmpty {
            // The lines at the end are gone, so the line before them loses its break.
            let lines = edits[..<first].last?.range.upperBound ?? source.start
            let length = lower > lines ? source.lineBreak(at: lower - 1)?.bytes.count ?? 0 : 0
            if lower - length >= lines { lower -= length }
        } else {
            tail.removeLast(LineBreak(endOf: tail[...])?.bytes.count ?? 0)
        }
        let last = TextEdit(range: SourceRange(lower, bytes.count), replacement: tail)
        return (edits[..<first] + [last]).compactMap { $0.trimmed(in: bytes) }
    }

    private var hasAnchors: Bool { tree.properties.contains { $0.anchor != nil } }

    private var unverified: YAMLError {
        let openScalar = tree.records.last { $0.style == .literal || $0.style == .folded }
        if let openScalar, !source.endsWithLineBreak,
            bytes[Int(openScalar.end)...].allSatisfy({ [0x20, 0x0A, 0x0D].contains($0) })
        {
            return YAMLError(
                .refused, "the block scalar that ends the text has no line break at its end and would get one",
                at: source.location(at: Int(openScalar.start)), hint: "end the file with a line break first")
        }
        if hasAnchors {
            return YAMLError(
                .refused, "the edit would change what an alias or anchor of this text means",
                hint: "write the values out in place of the aliases first")
        }
        return YAMLError(.internal, "the edited text would not mean what was asked for; nothing was changed")
    }
}
