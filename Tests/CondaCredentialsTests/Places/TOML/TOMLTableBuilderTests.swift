import Testing

@testable import CondaCredentials

@Suite struct TOMLTableBuilderTests {
    private let root = TOMLTableBuilder(.header)

    /// What the table holds, as `key=value` and `key{…}`.
    private func shown(_ table: TOMLTable) -> String {
        table.entries.map { entry in
            switch entry.value {
            case .table(let inner): "\(entry.key){\(shown(inner))}"
            case .array(let items):
                "\(entry.key)[\(items.map { if case .table(let inner) = $0 { shown(inner) } else { "?" } }.joined(separator: "|"))]"
            case .string(let text): "\(entry.key)=\(text)"
            default: entry.key
            }
        }.joined(separator: " ")
    }

    @Test func `keys keep the order and line in which they first came`() throws {
        try root.set(["b"], to: .string("1"), line: 1)
        try root.open(["a", "x"], isElement: false, line: 2).set(["y", "z"], to: .string("2"), line: 3)
        try root.open(["c"], isElement: false, line: 4).set(["d"], to: .string("3"), line: 5)
        try root.open(["a"], isElement: false, line: 6).set(["e"], to: .string("4"), line: 7)
        #expect(shown(root.finished) == "b=1 a{x{y{z=2}} e=4} c{d=3}")
        #expect(root.finished.entries.map(\.line) == [1, 2, 4])
    }

    @Test func `each double bracket is one more table, and what follows goes into the last`() throws {
        try root.open(["a"], isElement: true, line: 1).set(["k"], to: .string("1"), line: 2)
        try root.open(["a"], isElement: true, line: 3).set(["k"], to: .string("2"), line: 4)
        try root.open(["a", "b"], isElement: false, line: 5).set(["l"], to: .string("3"), line: 6)
        try root.open(["a", "c"], isElement: true, line: 7).set(["m"], to: .string("4"), line: 8)
        #expect(shown(root.finished) == "a[k=1|k=2 b{l=3} c[m=4]]")
    }

    @Test func `no table is opened twice, and none in place of something else`() throws {
        try root.open(["a", "b"], isElement: false, line: 1).set(["k"], to: .string("1"), line: 1)
        _ = try root.open(["list"], isElement: true, line: 1)
        // A parent that was only implied may get its header, once.
        _ = try root.open(["a"], isElement: false, line: 2)
        for path in [["a"], ["a", "b"], ["a", "b", "k"], ["a", "b", "k", "x"], ["list"], []] {
            #expect(throws: TOMLConflict.self, "\(path)") { try root.open(path, isElement: false, line: 3) }
        }
        for path in [["a"], ["a", "b", "k"]] {
            #expect(throws: TOMLConflict.self, "\(path)") { try root.open(path, isElement: true, line: 3) }
        }
        #expect(shown(root.finished) == "a{b{k=1}} list[]")
    }

    @Test func `a dotted key adds to no table with a header, and a header to none of a dotted key`() throws {
        try root.open(["a"], isElement: false, line: 1).set(["k"], to: .string("1"), line: 1)
        #expect(throws: TOMLConflict.self) { try root.set(["a", "x"], to: .string("2"), line: 2) }
        try root.set(["d", "x"], to: .string("3"), line: 3)
        try root.set(["d", "y"], to: .string("4"), line: 4)
        #expect(throws: TOMLConflict.self) { try root.set(["d", "x"], to: .string("5"), line: 5) }
        #expect(throws: TOMLConflict.self) { try root.set(["d"], to: .string("5"), line: 5) }
        #expect(throws: TOMLConflict.self) { try root.open(["d"], isElement: false, line: 6) }
        #expect(shown(root.finished) == "a{k=1} d{x=3 y=4}")
    }
}
