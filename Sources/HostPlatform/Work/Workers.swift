import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Does pieces of work that do not hang on each other on all processors, one thread each, and gives what comes of them
/// in the order of the pieces. Where there is one processor, or no thread can be had, one piece follows another.
package struct Workers: Sendable {
    private let count: Int

    /// - Parameter count: how many threads, this one included; nil for as many as the process has processors.
    package init(count: Int? = nil) { self.count = count ?? Self.processors }

    package func map<Piece: Sendable, Result: Sendable>(
        _ pieces: [Piece], _ work: @escaping @Sendable (Piece) -> Result
    ) -> [Result] {
        map(pieces, memory: {}) { _, piece in work(piece) }
    }

    /// The same with something that each thread keeps for itself from one piece to the next, and an end before the last
    /// piece where what came of the first ones is large.
    ///
    /// - Parameters:
    ///   - limit: no further piece is begun where the results together are larger.
    ///   - size: how large a result is.
    package func map<Piece: Sendable, Result: Sendable, Memory>(
        _ pieces: [Piece], memory: @escaping @Sendable () -> Memory, upTo limit: Int = .max,
        size: @escaping @Sendable (Result) -> Int = { _ in 0 }, _ work: @escaping @Sendable (Memory, Piece) -> Result
    ) -> [Result] {
        let results = UnsafeMutablePointer<Result>.allocate(capacity: pieces.count)
        defer { results.deallocate() }
        let place = Place(results)
        let shared = Shared { shared in
            let memory = memory()
            while shared.sum <= limit, let index = shared.next(below: pieces.count) {
                let result = work(memory, pieces[index])
                shared.add(size(result))
                (place.results + index).initialize(to: result)
            }
        }
        let threads = (1..<max(1, min(count, pieces.count))).compactMap { _ in Thread { shared.run() } }
        shared.run()
        for thread in threads { thread.join() }
        // Every piece up to there was taken by a thread that has ended since, so every result is there.
        let taken = shared.taken(of: pieces.count)
        return [Result](unsafeUninitializedCapacity: taken) { buffer, count in
            buffer.baseAddress?.moveInitialize(from: results, count: taken)
            count = taken
        }
    }

    /// How many processors this process may use.
    private static var processors: Int {
        #if canImport(Glibc) || canImport(Darwin)
            return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        #else
            return 1
        #endif
    }
}

/// Where the results go: each is written by one thread alone, and read when all have ended.
private struct Place<Result: Sendable>: @unchecked Sendable {
    let results: UnsafeMutablePointer<Result>

    init(_ results: UnsafeMutablePointer<Result>) { self.results = results }
}

/// What every thread does; the pieces that are still to be done, by number, and how large the results of the others are.
private final class Shared: Sendable {
    private let body: @Sendable (Shared) -> Void
    private let value = Atomic(0)
    private let size = Atomic(0)

    init(_ body: @escaping @Sendable (Shared) -> Void) { self.body = body }

    func run() { body(self) }

    func next(below end: Int) -> Int? {
        let next = value.add(1, ordering: .relaxed).oldValue
        return next < end ? next : nil
    }

    func taken(of count: Int) -> Int { min(value.load(ordering: .relaxed), count) }

    var sum: Int { size.load(ordering: .relaxed) }

    func add(_ size: Int) {
        if size > 0 { self.size.add(size, ordering: .relaxed) }
    }
}
