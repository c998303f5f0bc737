#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Launcher {
    /// Starts programs of the system (`posix_spawn`, `waitpid`).
    ///
    /// Meanwhile an interrupt from the keyboard is the other program's: both get it, and this one goes on.
    ///
    /// - Parameter environment: `environ`, ended by nil.
    static func system(environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Launcher {
        // Only handed on to the system call: the process's own, which nothing changes.
        nonisolated(unsafe) let environment = environment
        return Launcher { (arguments, output) throws(StreamError) in
            var texts = arguments.map { strdup($0) } + [nil]
            defer { for text in texts { free(text) } }
            #if canImport(Darwin)
                var attributes: posix_spawnattr_t?
                var descriptors: posix_spawn_file_actions_t?
            #else
                var attributes = posix_spawnattr_t()
                var descriptors = posix_spawn_file_actions_t()
            #endif
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            posix_spawn_file_actions_init(&descriptors)
            defer { posix_spawn_file_actions_destroy(&descriptors) }
            if output == .standardError { posix_spawn_file_actions_adddup2(&descriptors, 2, 1) }
            // What this process ignores, an editor must not find ignored.
            var defaults = sigset_t()
            sigemptyset(&defaults)
            for number in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT] { sigaddset(&defaults, number) }
            posix_spawnattr_setsigdefault(&attributes, &defaults)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
            let interrupt = signal(SIGINT, SIG_IGN)
            let quit = signal(SIGQUIT, SIG_IGN)
            defer {
                signal(SIGINT, interrupt)
                signal(SIGQUIT, quit)
            }
            var child = pid_t()
            let failure = posix_spawn(&child, arguments[0], &descriptors, &attributes, &texts, environment)
            if failure != 0 { throw StreamError(strerror(failure).map { String(cString: $0) } ?? "error \(failure)") }
            var status: Int32 = 0
            while waitpid(child, &status, 0) == -1 {
                if errno != EINTR { throw StreamError("its end is not known") }
            }
            let ended = status & 0x7F
            return ended == 0 ? status >> 8 & 0xFF : 128 + ended
        }
    }
}
