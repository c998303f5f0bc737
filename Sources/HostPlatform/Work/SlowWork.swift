import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Says something, from a thread of its own, where a work takes longer than a second.
package final class SlowWork: Sendable {
    private enum State {
        static let underWay = 0, telling = 1, told = 2, done = 3
    }

    private let state = Atomic(State.underWay)

    /// Begins to count.
    ///
    /// - Parameter tell: what is done after a second, once, and not after `stop`.
    package init(telling tell: @escaping @Sendable () -> Void) {
        Thread { [self] in
            #if canImport(Glibc) || canImport(Darwin)
                sleep(1)
            #endif
            guard move(from: State.underWay, to: State.telling) else { return }
            tell()
            _ = move(from: State.telling, to: State.told)
        }?.detach()
    }

    /// Ends it.
    ///
    /// - Returns: whether it was said, all of it.
    package func stop() -> Bool {
        if move(from: State.underWay, to: State.done) { return false }
        while state.load(ordering: .acquiring) == State.telling {
            #if canImport(Glibc) || canImport(Darwin)
                sched_yield()
            #endif
        }
        return true
    }

    private func move(from old: Int, to new: Int) -> Bool {
        state.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
    }
}
