import LosslessJSON
import Testing

/// Edits of made-up documents, compared with the same edits of their values.
@Suite struct JSONDocumentEditingFuzzTests {
    @Test func `an edit has the value it should and leaves the text around it`() throws {
        var random = RandomJSON(seed: 7)
        for _ in 0..<1500 {
            let value = random.value()
            let document = try JSONDocument(Array(random.text(of: value).utf8))
            #expect(document.root.value == value)
            let path = random.pick(value.places)
            let new = random.value(depth: 2)
            let set = try document.setting(new, at: path)
            #expect(set.root.value == value.edited(at: path, to: new))
            let place = try #require(document.node(at: path)).range
            #expect(set.bytes.prefix(place.lowerBound) == document.bytes.prefix(place.lowerBound))
            #expect(set.bytes.suffix(document.bytes.count - place.upperBound) == document.bytes[place.upperBound...])
            if !path.components.isEmpty {
                #expect(try document.removing(path).root.value == value.edited(at: path, to: nil))
            }
        }
    }

    @Test func `what is appended stands last and everything before it keeps its bytes`() throws {
        var random = RandomJSON(seed: 8)
        for _ in 0..<1500 {
            let value = random.value()
            let document = try JSONDocument(Array(random.text(of: value).utf8))
            let new = random.value(depth: 2)
            for path in value.places {
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
