#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if os(Windows)
    /// Nothing: Windows has no signals to hold back.
    package struct HeldSignals: Sendable {}
#else
    /// What the process did with signals before they were held back.
    package struct HeldSignals: Sendable {
        fileprivate var mask = sigset_t()
        fileprivate var fileSizeAction = sigaction()
    }

    extension NativeSystemCalls {
        /// Keeps the signals that end or stop a program from arriving (`pthread_sigmask`).
        package func holdSignals() -> HeldSignals {
            var held = HeldSignals()
            var wanted = sigset_t()
            sigfillset(&wanted)
            // These tell of a fault in the program itself, and cannot be held.
            for signal in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&wanted, signal) }
            // Ignored below, which works only for a signal that is not held.
            sigdelset(&wanted, SIGXFSZ)
            pthread_sigmask(SIG_BLOCK, &wanted, &held.mask)
            // A write beyond a size limit should fail, not end the process. Blocked, the signal would only come later.
            var ignore = sigaction()
            ignore.ignoreSignal()
            sigaction(SIGXFSZ, &ignore, &held.fileSizeAction)
            return held
        }

        /// Lets the signals through that were held, and those that came meanwhile.
        package func releaseSignals(_ held: HeldSignals) {
            var held = held
            sigaction(SIGXFSZ, &held.fileSizeAction, nil)
            pthread_sigmask(SIG_SETMASK, &held.mask, nil)
        }
    }
#endif
