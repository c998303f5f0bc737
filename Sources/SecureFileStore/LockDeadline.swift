/// Waits for who holds a lock, or has a file open: in pauses that grow, up to the deadline of the store.
struct LockDeadline {
    private let store: FileStore
    private let start: UInt64
    private var pause = 1

    init(_ store: FileStore) {
        self.store = store
        start = store.calls.now()
    }

    /// Pauses; false, without a pause, when the time is over.
    mutating func goesOn() -> Bool {
        let waited = store.calls.now() &- start
        guard waited < UInt64(max(0, store.lockDeadline)) * 1_000_000 else { return false }
        store.calls.sleep(milliseconds: pause)
        // Not doubled for ever, so that nobody comes late; long enough that two hundred who wait leave the processor free.
        pause = min(pause * 2, 50)
        return true
    }
}

extension FileStore {
    /// Milliseconds after which a lock is given up, where the caller does not say.
    package static let lockDeadline = 10_000
}
