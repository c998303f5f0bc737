import TestSupport
import Testing

@testable import LosslessYAML

@Suite struct ElisionTests {
    @Test func `a tree put together is the tree of the whole text`() throws {
        var elided = 0
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = LongList.text(&random)
            let document = try YAMLDocument(text)
            let count = document.node(at: "channels")?.count ?? 0
            let items = LongList.change(count, &random)
            let change = try document.settingItems(items, at: "channels")
            let list = try #require(document.node(at: "channels"))
            let expected = Expected.sequence(list.index, items: items, nested: [:])
            if Elision(of: document.tree, change.edits, expected, shortest: Limits.elision) != nil { elided += 1 }
            let whole = try YAMLDocument(change.document.bytes)
            #expect(change.document.root?.value == whole.root?.value, "seed \(seed)")
            #expect(change.document.tree.records.map(Seen.init) == whole.tree.records.map(Seen.init), "seed \(seed)")
            #expect(change.document.comments == whole.comments, "seed \(seed)")
            #expect(change.document.tree.directives.end == whole.tree.directives.end, "seed \(seed)")
            // Another edit on top of it works with those places.
            let again = try change.document.settingItems([.existing(0), .new("last")], at: "channels")
            #expect(again.document.root?.value["channels"] == [try #require(whole.item(0)).value, "last"])
        }
        #expect(elided > 50)
    }

    @Test func `what the edit should not have touched is not accepted`() throws {
        let lines = (0..<600).map { "  - channel-\($0)\n" }
        let document = try YAMLDocument("channels:\n" + lines.joined() + "always_yes: true\n")
        let list = try #require(document.node(at: "channels"))
        let items = (0..<600).map { SequenceItem.existing($0) } + [.new("x")]
        let expected = Expected.changedChild(1, of: 0, .sequence(list.index, items: items, nested: [:]))
        func edited(_ replacement: String, before text: String) throws -> YAMLDocument? {
            let bytes = document.bytes
            let place = try #require(bytes.firstRange(of: Array(text.utf8))).lowerBound
            let edit = TextEdit(range: SourceRange(place, place), replacement: Array(replacement.utf8))
            return try document.verifiedInPart([edit].applied(to: bytes), [edit], expected)
        }
        let right = try #require(try edited("  - x\n", before: "always_yes"))
        #expect(right.root?.value == (try YAMLDocument(right.bytes)).root?.value)
        #expect(try edited("  - y\n", before: "always_yes") == nil)
        #expect(try edited("  - x\nmore: 1\n", before: "always_yes") == nil)
        #expect(try edited("  - x\n", before: "  - channel-1\n") == nil)
        #expect(try edited("  - \"x\n", before: "always_yes") == nil)
        #expect(try edited("  - x\n", before: "  - channel-300\n") == nil)
    }

    @Test(arguments: ["a: &x 1\nchannels:\n", "a: !!str 1\nchannels:\n"])
    func `a text with anchors or tags is read whole`(head: String) throws {
        let document = try YAMLDocument(head + (0..<600).map { "- c\($0)\n" }.joined())
        let list = try #require(document.node(at: "channels"))
        let items = (0..<600).map { SequenceItem.existing($0) } + [.new("x")]
        let expected = Expected.changedChild(3, of: 0, .sequence(list.index, items: items, nested: [:]))
        #expect(Elision(of: document.tree, [], expected, shortest: 256) == nil)
    }
}

/// What of a node's record a reader can see; where the text of a decoded scalar is stored is not.
private struct Seen: Equatable {
    let kind: YAMLNode.Kind
    let style: YAMLNode.Style
    let numbers: [Int32]

    init(_ record: NodeRecord) {
        kind = record.kind
        style = record.style
        numbers = [
            record.line, record.start, record.end, record.indicator, record.separator, record.textLength, record.next,
            record.childCount, record.parent, record.properties, record.textIsDecoded ? -1 : record.textStart,
        ]
    }
}

/// Long lists in many styles, and changes that leave most of them alone.
private enum LongList {
    static func text(_ random: inout SeededGenerator) -> String {
        let lineBreak = random.pick(["\n", "\r\n"])
        let indent = String(repeating: " ", count: random.number(0...3))
        let makesItems = random.number(0...3)
        var text = random.pick([
            "", "# above\(lineBreak)", "always_yes: true\(lineBreak)", "ä: \"\\u00e4\"\(lineBreak)",
        ])
        text += "channels:" + random.pick(["", " # flags"]) + lineBreak
        for index in 0..<random.number(520...900) {
            if random.chance(3) { text += random.pick(["", "# between", indent + "# in"]) + lineBreak }
            let item =
                switch makesItems == 0 ? random.number(0...7) : makesItems {
                case 0: "{a: 1, b: [x\(index), y]}"
                case 1: "channel-\(index)  # \(index)"
                case 2: "'it''s \(index)'"
                case 3: "\"caf\\u00e9 \(index)\""
                case 4: "|\(lineBreak)\(indent)   text\(lineBreak)\(indent)   more\(lineBreak)"
                case 5: "channel: x\(index)\(lineBreak)\(indent)  auth: é"
                case 6: "- a\(lineBreak)\(indent)  - b"
                default: "plain\(lineBreak)\(indent)  over lines"
                }
            text += indent + "- " + item + lineBreak
        }
        return text
            + random.pick(["", "# below\(lineBreak)", "z: [1, 2]\(lineBreak)", "...\(lineBreak)# after\(lineBreak)"])
    }

    static func change(_ count: Int, _ random: inout SeededGenerator) -> [SequenceItem] {
        var items = (0..<count).map { SequenceItem.existing($0) }
        for _ in 0..<random.number(1...3) {
            switch random.number(0...3) {
            case 0: items.append(.new(.string("new-\(random.next() % 100)")))
            case 1: items.insert(.new(.string("new: \(random.next() % 100)")), at: random.number(0...items.count))
            case 2: items.remove(at: random.number(0...items.count - 1))
            default:
                let moved = items.remove(at: random.number(0...items.count - 1))
                items.insert(moved, at: random.number(0...items.count))
            }
        }
        return items
    }
}

extension YAMLDocument {
    fileprivate func item(_ index: Int) -> YAMLNode? { node(at: "channels")?.item(at: index) }
}
