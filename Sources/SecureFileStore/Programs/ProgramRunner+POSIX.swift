#if canImport(Glibc) || canImport(Darwin)
    #if canImport(Glibc)
        import Glibc
    #else
        import Darwin
    #endif

    extension ProgramRunner {
        /// Programs of the system (`posix_spawn`, `poll`, `waitpid`).
        package static let system = ProgramRunner { (call, environment, deadline) throws(Failure) in
            let pipes = try Pipes(input: call.input)
            defer { pipes.close() }
            let child = try spawn(call, environment, pipes)
            pipes.closeTheirs()
            do throws(Failure) {
                let end = now() &+ UInt64(max(0, deadline)) &* 1_000_000
                let texts = try pipes.readAll(until: end)
                return Answer(status: try wait(for: child, until: end), output: texts.output, errors: texts.errors)
            } catch {
                kill(child, SIGKILL)
                var status: Int32 = 0
                while waitpid(child, &status, 0) == -1, errno == EINTR {}
                throw error
            }
        }

        private static func spawn(
            _ call: Call, _ environment: [String: String], _ pipes: Pipes
        ) throws(Failure) -> pid_t {
            var arguments = ([call.path] + call.arguments).map { strdup($0) } + [nil]
            var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
            defer { for text in arguments + variables { free(text) } }
            #if canImport(Darwin)
                var actions: posix_spawn_file_actions_t?
                var attributes: posix_spawnattr_t?
            #else
                var actions = posix_spawn_file_actions_t()
                var attributes = posix_spawnattr_t()
            #endif
            posix_spawn_file_actions_init(&actions)
            posix_spawnattr_init(&attributes)
            defer {
                posix_spawn_file_actions_destroy(&actions)
                posix_spawnattr_destroy(&attributes)
            }
            for (theirs, number) in zip(pipes.theirs, Int32(0)...) {
                posix_spawn_file_actions_adddup2(&actions, theirs, number)
            }
            // What this process ignores or holds back, another program must not find so.
            var defaults = sigset_t()
            sigemptyset(&defaults)
            for number in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT, SIGTERM] { sigaddset(&defaults, number) }
            var none = sigset_t()
            sigemptyset(&none)
            posix_spawnattr_setsigdefault(&attributes, &defaults)
            posix_spawnattr_setsigmask(&attributes, &none)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
            var child = pid_t()
            let failure = posix_spawn(&child, call.path, &actions, &attributes, &arguments, &variables)
            guard failure == 0 else { throw .notStarted(text(of: failure)) }
            return child
        }

        /// The exit status of a program that has closed its outputs and so is about to end.
        private static func wait(for child: pid_t, until end: UInt64) throws(Failure) -> Int {
            var status: Int32 = 0
            while true {
                let ended = waitpid(child, &status, WNOHANG)
                if ended == child { break }
                if ended == -1, errno != EINTR { throw .notStarted(text(of: errno)) }
                guard now() < end else { throw .timedOut }
                _ = poll(nil, 0, 2)
            }
            let signal = status & 0x7F
            return Int(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
        }

        fileprivate static func now() -> UInt64 { NativeSystemCalls().now() }

        fileprivate static func text(of error: Int32) -> String {
            strerror(error).map { String(cString: $0) } ?? "error \(error)"
        }
    }

    /// The three pipes of a program, in the order of its descriptors.
    private struct Pipes {
        /// The other program's ends.
        let theirs: [Int32]
        private let output: Int32
        private let errors: Int32

        /// Fills the input before anybody reads it: were this process ended meanwhile, the other program would else take
        /// what it has for all.
        init(input: [UInt8]) throws(ProgramRunner.Failure) {
            guard input.count <= ProgramRunner.inputLimit else { throw .notStarted("the input is too large") }
            var open: [Int32] = []
            func pair() -> (read: Int32, write: Int32)? {
                var ends: [Int32] = [-1, -1]
                guard pipe(&ends) == 0 else { return nil }
                for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
                open += ends
                return (ends[0], ends[1])
            }
            guard let source = pair(), let results = pair(), let messages = pair() else {
                let failure = errno
                for descriptor in open { _ = Pipes.shut(descriptor) }
                throw .notStarted(ProgramRunner.text(of: failure))
            }
            let written = input.withUnsafeBytes { write(source.write, $0.baseAddress, $0.count) }
            _ = Pipes.shut(source.write)
            theirs = [source.read, results.write, messages.write]
            output = results.read
            errors = messages.read
            guard written == input.count else {
                close()
                throw .notStarted("its input cannot be written")
            }
        }

        private static func shut(_ descriptor: Int32) -> Int32 {
            #if canImport(Glibc)
                Glibc.close(descriptor)
            #else
                Darwin.close(descriptor)
            #endif
        }

        func closeTheirs() { for descriptor in theirs { _ = Pipes.shut(descriptor) } }

        func close() { for descriptor in [output, errors] { _ = Pipes.shut(descriptor) } }

        /// Both outputs to their ends.
        func readAll(until end: UInt64) throws(ProgramRunner.Failure) -> (output: [UInt8], errors: [UInt8]) {
            var texts: [[UInt8]] = [[], []]
            var waiting = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            ]
            var buffer = [UInt8](repeating: 0, count: 16 << 10)
            defer { buffer.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) } }
            while waiting.contains(where: { $0.fd >= 0 }) {
                let time = ProgramRunner.now()
                guard time < end else { throw .timedOut }
                let milliseconds = min((end - time) / 1_000_000 + 1, UInt64(Int32.max))
                let ready = poll(&waiting, nfds_t(waiting.count), Int32(milliseconds))
                if ready == -1, errno != EINTR { throw .notStarted(ProgramRunner.text(of: errno)) }
                guard ready > 0 else { continue }
                for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                    let count = read(waiting[index].fd, &buffer, buffer.count)
                    if count > 0 {
                        texts[index] += buffer[..<count]
                        guard texts[index].count <= ProgramRunner.outputLimit else { throw .tooMuch }
                    } else if count == 0 || errno != EINTR {
                        // A negative number is left out by `poll`.
                        waiting[index].fd = -1
                    }
                }
            }
            return (texts[0], texts[1])
        }
    }
#else
    extension ProgramRunner {
        package static let system = ProgramRunner { (_, _, _) throws(Failure) in
            throw .notStarted("programs are not started on this platform")
        }
    }
#endif
