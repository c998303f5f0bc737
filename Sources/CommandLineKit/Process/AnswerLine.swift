import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether a signal that would have ended the process has come.
private let isInterrupted = Atomic(false)

/// One line that a person types in answer to a question.
///
/// A signal that would end the process is an error instead, so that what it made meanwhile can be taken away.
enum AnswerLine {
    #if canImport(Glibc) || canImport(Darwin)
        /// - Parameter ask: puts the question, once no signal can be missed.
        /// - Returns: without the line's end; nil at the end of the input.
        /// - Source: `pselect`
        static func read(_ descriptor: Int32, _ ask: () -> Void) throws(StreamError) -> [UInt8]? {
            let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
            var held = sigset_t()
            sigemptyset(&held)
            for number in endings { sigaddset(&held, number) }
            var mask = sigset_t()
            // Held back but while `pselect` waits: one that comes earlier is not missed.
            pthread_sigmask(SIG_BLOCK, &held, &mask)
            isInterrupted.store(false, ordering: .relaxed)
            let handlers = endings.map { signal($0) { _ in isInterrupted.store(true, ordering: .relaxed) } }
            defer {
                for (number, handler) in zip(endings, handlers) { signal(number, handler) }
                pthread_sigmask(SIG_SETMASK, &mask, nil)
            }
            ask()
            var line: [UInt8] = []
            while line.count < 4096 {
                var waiting = fd_set()
                withUnsafeMutableBytes(of: &waiting) { $0[Int(descriptor) / 8] |= 1 << (descriptor % 8) }
                guard pselect(descriptor + 1, &waiting, nil, nil, nil, &mask) > 0 else {
                    if isInterrupted.load(ordering: .relaxed) { throw StreamError("interrupted") }
                    // Who was stopped and goes on asks the terminal again.
                    if errno == EINTR { continue }
                    throw .ofErrno()
                }
                var byte: UInt8 = 0
                let count = readByte(descriptor, &byte)
                if count < 0 { throw .ofErrno() }
                if count == 0 { return line.isEmpty ? nil : line }
                if byte == 0x0A { return line }
                line.append(byte)
            }
            return line
        }
    #endif
}
