import Synchronization
import Testing

@testable import HostPlatform

@Suite struct ThreadTests {
    @Test func `what a thread did is there when it has been waited for`() throws {
        let count = Counter()
        let threads = try (0..<4).map { _ in
            try #require(Thread { for _ in 0..<1000 { count.value.add(1, ordering: .relaxed) } })
        }
        for thread in threads { thread.join() }
        #expect(count.value.load(ordering: .relaxed) == 4000)
    }

    @Test func `a thread has as much room as the first one`() throws {
        let depth = Counter()
        let thread = try #require(Thread { depth.value.store(Self.sum(20_000), ordering: .relaxed) })
        thread.join()
        #expect(depth.value.load(ordering: .relaxed) == 20_000)
    }

    /// Not by a loop: each call has a frame of its own.
    @inline(never) private static func sum(_ count: Int) -> Int {
        var room = (0, 0, 0, 0, 0, 0, 0, count)
        return withUnsafeMutablePointer(to: &room) { $0.pointee.7 == 0 ? 0 : 1 + sum($0.pointee.7 - 1) }
    }

    private final class Counter: Sendable { let value = Atomic(0) }
}
