import HostPlatform
import Synchronization
import Testing

struct WorkersTests {
    @Test("results stand in the order of the pieces, whoever did them", arguments: [1, 2, 7, 64])
    func order(threads: Int) {
        let pieces = Array(0..<1_000)
        #expect(Workers(count: threads).map(pieces) { "\($0 * $0)" } == pieces.map { "\($0 * $0)" })
    }

    @Test("every piece is done once", arguments: [2, 5])
    func once(threads: Int) {
        // Atomic, for the thread sanitizer does not know what a `Mutex` of the standard library keeps apart.
        let times = (0..<500).map { _ in Times() }
        _ = Workers(count: threads).map(times) { times in _ = times.count.add(1, ordering: .relaxed) }
        #expect(times.allSatisfy { $0.count.load(ordering: .relaxed) == 1 })
    }

    @Test("two pieces are under way at once where there are two threads")
    func together() {
        // Each waits until the other has begun: with one thread the first would never end.
        let begun = Atomic(0)
        let seen = Workers(count: 2).map([0, 1]) { _ in
            begun.add(1, ordering: .sequentiallyConsistent)
            while begun.load(ordering: .sequentiallyConsistent) < 2 {}
            return begun.load(ordering: .sequentiallyConsistent)
        }
        #expect(seen == [2, 2])
    }

    @Test("no piece is begun where the results are too large already", arguments: [1, 3])
    func limit(threads: Int) {
        let pieces = Array(0..<100)
        let results = Workers(count: threads).map(pieces, memory: {}, upTo: 10, size: { _ in 4 }) { _, piece in piece }
        #expect((3...3 + threads).contains(results.count))
        #expect(results == Array(pieces.prefix(results.count)))
        #expect(Workers(count: threads).map(pieces, memory: {}, upTo: -1, size: { $0 }) { $1 }.isEmpty)
    }

    @Test("no pieces, no results, and one piece is done")
    func few() {
        #expect(Workers(count: 4).map([Int]()) { $0 }.isEmpty)
        #expect(Workers(count: 4).map([3]) { $0 + 1 } == [4])
    }
}

private final class Times: Sendable {
    let count = Atomic(0)
}
