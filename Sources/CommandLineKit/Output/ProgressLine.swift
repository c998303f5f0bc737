#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line that is written over again and again while a long work goes on.
struct ProgressLine {
    /// Steps from which on it is shown, even within the first second.
    static let manySteps = 1000
    /// Milliseconds between two.
    private static let interval = 100
    /// What goes to the beginning of the line, and empties it.
    static let beginning = "\r\u{1B}[K"

    private var start: Int?
    private var lastShown: Int?
    private var isShown = false

    /// What to write now; nil where it is too early.
    mutating func line(_ text: String, _ count: Int) -> String? {
        let now = ProgressLine.now
        let start = self.start ?? now
        self.start = start
        guard count > ProgressLine.manySteps || now - start >= 1000 else { return nil }
        if let lastShown, now - lastShown < ProgressLine.interval { return nil }
        lastShown = now
        isShown = true
        return ProgressLine.beginning + text
    }

    /// What takes the line away; nil where there is none.
    mutating func end() -> String? {
        guard isShown else { return nil }
        isShown = false
        return ProgressLine.beginning
    }

    /// Milliseconds of a clock that only goes forward (`clock_gettime`).
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
