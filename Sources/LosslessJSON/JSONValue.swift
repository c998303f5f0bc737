/// A JSON value (RFC 8259) that keeps what a lossless reader must keep: the order of members, duplicate
/// members, and the text of a number as it was written.
package indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number's own text, such as `1e3` or `0.10`.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One `"name": value` of an object.
    package struct Member: Sendable, Equatable {
        package var name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members of an object; none of any other value.
    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The value of the last member of that name, as most readers take it, or nil.
    package subscript(name: String) -> JSONValue? { members.last { $0.name.isSameText(as: name) }?.value }

    /// An object with the members of two.
    package static func + (a: JSONValue, b: JSONValue) -> JSONValue { .object(a.members + b.members) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// A member whose value is nil is left out.
    package init(dictionaryLiteral elements: (String, JSONValue?)...) {
        self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
    }
}

extension String {
    package var json: JSONValue { .string(self) }
}

extension String? {
    package var json: JSONValue { self?.json ?? .null }
}

extension Int {
    package var json: JSONValue { .number(String(self)) }
}

extension Int? {
    package var json: JSONValue { self?.json ?? .null }
}

extension [String] {
    package var json: JSONValue { .array(map(\.json)) }
}
