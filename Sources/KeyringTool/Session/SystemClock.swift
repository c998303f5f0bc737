#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time of day, which only commands ask for: everything below them is handed it.
enum SystemClock {
    /// Seconds since 1970 (`time`).
    static var now: Int { time(nil) }
}
