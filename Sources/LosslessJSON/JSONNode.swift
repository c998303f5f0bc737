/// A value with its place in the text.
package struct JSONNode: Sendable {
    package indirect enum Content: Sendable {
        case null
        case bool(Bool)
        /// The number as it is written.
        case number(String)
        /// A lone surrogate escape, which no Swift string can hold, reads as U+FFFD; its text stays in the document.
        case string(String)
        case array([JSONNode])
        case object([JSONMember])
    }

    package let content: Content
    /// UTF-8 byte offsets, 0-based, half-open.
    package let range: Range<Int>

    package var string: String? {
        if case .string(let value) = content { value } else { nil }
    }
    package var elements: [JSONNode]? {
        if case .array(let elements) = content { elements } else { nil }
    }
    package var members: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }
    package var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// The last member of that name, as most readers take it, or nil.
    package func member(_ name: String) -> JSONMember? {
        members?.last { $0.name.isSameText(as: name) }
    }

    package subscript(name: String) -> JSONNode? { member(name)?.value }

    /// Members that a later one of the same name hides.
    package var hiddenMembers: [JSONMember] {
        var seen: Set<[UInt8]> = []
        return (members ?? []).reversed().filter { !seen.insert(Array($0.name.utf8)).inserted }.reversed()
    }

    /// Those that none of the same name hides.
    package var visibleMembers: [JSONMember] {
        let hidden = Set(hiddenMembers.map(\.range))
        return (members ?? []).filter { !hidden.contains($0.range) }
    }

    package var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): .number(text)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.value))
        case .object(let members): .object(members.map { JSONValue.Member($0.name, $0.value.value) })
        }
    }

    /// What a container holds: each element, or each member with its name.
    var children: [(name: String?, value: JSONNode, range: Range<Int>)] {
        switch content {
        case .array(let elements): elements.map { (nil, $0, $0.range) }
        case .object(let members): members.map { ($0.name, $0.value, $0.range) }
        default: []
        }
    }

    /// Where they stand.
    var childRanges: [Range<Int>] { children.map(\.range) }
}

/// One `"name": value` of an object, with its place in the text.
package struct JSONMember: Sendable {
    package let name: String
    package let nameRange: Range<Int>
    package let value: JSONNode

    package var range: Range<Int> { nameRange.lowerBound..<value.range.upperBound }
}

extension String {
    /// The same code points: Swift's `==` also equates texts that are only canonically equivalent, which JSON does not.
    package func isSameText(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension String? {
    /// The same code points, or none on both sides.
    package func isSameText(as other: String?) -> Bool {
        guard let self, let other else { return self == nil && other == nil }
        return self.isSameText(as: other)
    }
}
