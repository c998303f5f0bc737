#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One line that a person types or pastes at a terminal, without echo.
///
/// The terminal is given back as it was whatever happens, also when a signal ends the process; what was typed behind the
/// line's end is thrown away, so that the rest of a paste does not go to the shell.
enum HiddenLine {
    /// Most bytes of a line.
    private static let limit = 64 << 10
    /// Milliseconds after which it is looked whether a signal has come.
    private static let pause: Int32 = 100

    #if canImport(Glibc) || canImport(Darwin)
        /// - Source: `tcgetattr`, `tcsetattr`, `sigpending`
        static func read(_ descriptor: Int32) throws(StreamError) -> [UInt8] {
            var before = termios()
            guard tcgetattr(descriptor, &before) == 0 else { throw .ofErrno() }
            // Held back while the terminal is silent: they take effect when it is as it was.
            let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
            var held = sigset_t()
            sigemptyset(&held)
            for signal in endings { sigaddset(&held, signal) }
            var mask = sigset_t()
            pthread_sigmask(SIG_BLOCK, &held, &mask)
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
            guard tcsetattr(descriptor, TCSAFLUSH, &silent) == 0 else {
                let error = StreamError.ofErrno()
                pthread_sigmask(SIG_SETMASK, &mask, nil)
                throw error
            }
            defer {
                tcsetattr(descriptor, TCSAFLUSH, &before)
                pthread_sigmask(SIG_SETMASK, &mask, nil)
            }
            var line = Line()
            while true {
                var pending = sigset_t()
                sigpending(&pending)
                if endings.contains(where: { sigismember(&pending, $0) == 1 }) { throw StreamError("interrupted") }
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, pause) > 0 else { continue }
                var byte: UInt8 = 0
                let count = readByte(descriptor, &byte)
                if count < 0, errno == EINTR || errno == EAGAIN { continue }
                guard count > 0 else { return line.bytes }
                switch line.take(byte, limit: limit) {
                case .goesOn: break
                case .ends: return line.bytes
                case .isInterrupted:
                    // As the terminal itself would have done; it is delivered when the mask is given back.
                    kill(getpid(), SIGINT)
                    throw StreamError("interrupted")
                case .isTooLong: throw StreamError("the line is longer than \(limit) bytes")
                }
            }
        }
    #else
        static func read(_ descriptor: Int32) throws(StreamError) -> [UInt8] {
            throw StreamError("a token cannot be asked for on this platform")
        }
    #endif

    /// A line while it is typed.
    struct Line {
        enum State {
            case goesOn, ends, isInterrupted, isTooLong
        }

        private(set) var bytes: [UInt8] = []

        /// The keys that a terminal takes out of a line itself, where it is not silent.
        mutating func take(_ byte: UInt8, limit: Int) -> State {
            switch byte {
            case 0x0A, 0x0D, 0x04: return .ends
            case 0x03, 0x1C: return .isInterrupted
            case 0x7F, 0x08: if !bytes.isEmpty { bytes.removeLast() }
            case 0x15: bytes = []
            default: bytes.append(byte)
            }
            return bytes.count > limit ? .isTooLong : .goesOn
        }
    }
}
