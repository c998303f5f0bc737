import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One line that a person types or pastes at a terminal.
enum TerminalLine {
    /// Most bytes of an answer, and of a line without echo.
    private static let (answerLimit, hiddenLimit) = (4096, 64 << 10)

    /// The answer to a question.
    ///
    /// A signal that would end the process is an error instead, so that what it made meanwhile can be taken away.
    ///
    /// - Parameter ask: puts the question, once no signal can be missed.
    /// - Returns: without the line's end; nil at the end of the input.
    static func read(_ descriptor: Int32, _ ask: () -> Void) throws(StreamError) -> [UInt8]? {
        let signals = EndingSignals()
        defer { signals.release() }
        ask()
        var line: [UInt8] = []
        while line.count < answerLimit {
            guard let byte = try signals.nextByte(descriptor) else { return line.isEmpty ? nil : line }
            if byte == 0x0A { return line }
            line.append(byte)
        }
        return line
    }

    /// A line without echo.
    ///
    /// The terminal is given back as it was whatever happens, also when a signal ends the process; what was typed
    /// behind the line's end is thrown away, so that the rest of a paste does not go to the shell.
    ///
    /// - Parameter ask: puts the question, once the terminal is silent: what is typed before it is thrown away.
    /// - Returns: nil where the question cannot be put.
    /// - Source: `tcgetattr`, `tcsetattr`
    static func readHidden(_ descriptor: Int32, _ ask: () -> Bool) throws(StreamError) -> [UInt8]? {
        var before = termios()
        guard tcgetattr(descriptor, &before) == 0 else { throw .ofErrno() }
        let signals = EndingSignals()
        // They take effect when the terminal is as it was.
        defer { signals.release(delivering: true) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(descriptor, TCSAFLUSH, &silent) == 0 else { throw .ofErrno() }
        defer { tcsetattr(descriptor, TCSAFLUSH, &before) }
        guard ask() else { return nil }
        var line = Line()
        while let byte = try signals.nextByte(descriptor) {
            switch line.take(byte, limit: hiddenLimit) {
            case .goesOn: break
            case .ends: return line.bytes
            case .isInterrupted:
                // As the terminal itself would have done.
                kill(getpid(), SIGINT)
                throw StreamError("interrupted")
            case .isTooLong: throw StreamError("the line is longer than \(hiddenLimit) bytes")
            }
        }
        return line.bytes
    }

    /// A line while it is typed without echo.
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

/// The signal that has come of those that would have ended the process; 0 for none.
private let endingSignal = Atomic<Int32>(0)

/// Signals that would end the process, held back but while a byte is waited for: none that comes earlier is missed.
private struct EndingSignals {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    private let handlers: [(@convention(c) (Int32) -> Void)?]
    private var mask = sigset_t()

    init() {
        var held = sigset_t()
        sigemptyset(&held)
        for number in Self.numbers { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, &mask)
        endingSignal.store(0, ordering: .relaxed)
        handlers = Self.numbers.map { signal($0) { endingSignal.store($0, ordering: .relaxed) } }
        // What is ignored stays so.
        let ignored = unsafeBitCast(SIG_IGN, to: Int.self)
        for (number, handler) in zip(Self.numbers, handlers) where unsafeBitCast(handler, to: Int.self) == ignored {
            signal(number, SIG_IGN)
        }
    }

    /// - Parameter delivering: whether the signal that has come does now what it would have done.
    func release(delivering: Bool = false) {
        for (number, handler) in zip(Self.numbers, handlers) { signal(number, handler) }
        let number = endingSignal.load(ordering: .relaxed)
        if delivering, number != 0 { kill(getpid(), number) }
        var mask = mask
        pthread_sigmask(SIG_SETMASK, &mask, nil)
    }

    /// The next byte, one by one: what follows a line is not ours to take. Nil at the end of the input.
    ///
    /// - Source: `pselect`
    func nextByte(_ descriptor: Int32) throws(StreamError) -> UInt8? {
        var mask = mask
        while true {
            var waiting = fd_set()
            withUnsafeMutableBytes(of: &waiting) { $0[Int(descriptor) / 8] |= 1 << (descriptor % 8) }
            let isReady = pselect(descriptor + 1, &waiting, nil, nil, nil, &mask) > 0
            if endingSignal.load(ordering: .relaxed) != 0 { throw StreamError("interrupted") }
            var byte: UInt8 = 0
            let count = isReady ? read(descriptor, &byte, 1) : -1
            if count >= 0 { return count == 0 ? nil : byte }
            // Who was stopped and goes on asks the terminal again.
            guard errno == EINTR || errno == EAGAIN else { throw .ofErrno() }
        }
    }
}
