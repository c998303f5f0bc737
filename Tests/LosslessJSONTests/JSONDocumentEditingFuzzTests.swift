import LosslessJSON
import Testing

/// Edits of made-up documents, compared with the same edits of their values.
@Suite struct JSONDocumentEditingFuzzTests {
    /// Every place in a value, containers before what is in them.
    private func places(_ value: JSONValue, _ path: JSONPath = []) -> [JSONPath] {
        switch value {
        case .array(let elements):
            [path] + elements.enumerated().flatMap { places($0.element, path + .index($0.offset)) }
        case .object(let members):
            // Of members with one name only the last can be reached.
            [path]
                + members.enumerated().filter { index, member in
                    !members[(index + 1)...].contains { $0.name == member.name }
                }.flatMap { places($0.element.value, path + .name($0.element.name)) }
        default: [path]
        }
    }

    private func edited(
        _ value: JSONValue, at path: ArraySlice<JSONPath.Component>, to new: JSONValue?
    ) -> JSONValue? {
        guard let first = path.first else { return new }
        switch (value, first) {
        case (.array(var elements), .index(let index)):
            if let inner = edited(elements[index], at: path.dropFirst(), to: new) {
                elements[index] = inner
            } else {
                elements.remove(at: index)
            }
            return .array(elements)
        case (.object(var members), .name(let name)):
            guard let index = members.lastIndex(where: { $0.name == name }) else { return nil }
            if let inner = edited(members[index].value, at: path.dropFirst(), to: new) {
                members[index].value = inner
            } else {
                members.removeAll { $0.name == name }
            }
            return .object(members)
        default: return nil
        }
    }

    @Test func `an edit has the value it should and leaves the text around it`() throws {
        var random = RandomJSON(seed: 7)
        for _ in 0..<1500 {
            let value = random.value()
            let document = try JSONDocument(Array(random.text(of: value).utf8))
            #expect(document.root.value == value)
            let path = random.pick(places(value))
            let new = random.value(depth: 2)
            let set = try document.setting(new, at: path)
            #expect(set.root.value == edited(value, at: path.components[...], to: new))
            let place = try #require(document.node(at: path)).range
            #expect(set.bytes.prefix(place.lowerBound) == document.bytes.prefix(place.lowerBound))
            #expect(set.bytes.suffix(document.bytes.count - place.upperBound) == document.bytes[place.upperBound...])
            if !path.components.isEmpty {
                #expect(try document.removing(path).root.value == edited(value, at: path.components[...], to: nil))
            }
        }
    }

    @Test func `what is appended stands last and everything before it keeps its bytes`() throws {
        var random = RandomJSON(seed: 8)
        for _ in 0..<1500 {
            let value = random.value()
            let document = try JSONDocument(Array(random.text(of: value).utf8))
            let new = random.value(depth: 2)
            for path in places(value) {
                let added: JSONPath
                switch document.node(at: path)?.content {
                case .array(let elements)?: added = path + .index(elements.count)
                case .object?: added = path + "new"
                default: continue
                }
                let grown = try document.setting(new, at: added)
                #expect(grown.node(at: added)?.value == new)
                #expect(try grown.removing(added).root.value == value)
            }
        }
    }

    @Test func `damaged text never crashes a reader`() {
        var random = RandomJSON(seed: 9)
        for _ in 0..<3000 {
            var bytes = Array(random.text(of: random.value()).utf8)
            for _ in 0...(random.next() % 3) where !bytes.isEmpty {
                let index = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                default: bytes.insert(random.pick(Array("\"\\{}[],:\u{1}".utf8)), at: index)
                }
            }
            let recovery = JSONRecovery(bytes)
            #expect((recovery.fault == nil) == ((try? JSONDocument(bytes)) != nil))
        }
    }
}

extension JSONPath {
    fileprivate static func + (path: JSONPath, component: Component) -> JSONPath {
        JSONPath(path.components + [component])
    }
}
