/// Where bytes come from.
package struct InputStream: Sendable {
    package let isTerminal: Bool
    private let read: @Sendable (Int) throws(StreamError) -> [UInt8]
    private let answerLine: (@Sendable (() -> Void) throws(StreamError) -> [UInt8]?)?
    private let hiddenLine: (@Sendable (() -> Bool) throws(StreamError) -> [UInt8]?)?

    /// - Parameters:
    ///   - answerLine: puts a question and reads one line, where it is a terminal; nil at the end.
    ///   - hiddenLine: reads one line without echo, where it is a terminal.
    ///   - read: returns at most that many bytes, none at the end.
    package init(
        isTerminal: Bool = false, answerLine: (@Sendable (() -> Void) throws(StreamError) -> [UInt8]?)? = nil,
        hiddenLine: (@Sendable (() -> Bool) throws(StreamError) -> [UInt8]?)? = nil,
        read: @escaping @Sendable (Int) throws(StreamError) -> [UInt8]
    ) {
        self.isTerminal = isTerminal
        self.answerLine = answerLine
        self.hiddenLine = hiddenLine
        self.read = read
    }

    /// One line that a person types at the terminal and that it does not show; nil where there is none to ask.
    ///
    /// - Parameter ask: puts the question; false where it cannot.
    package func readHiddenLine(asking ask: () -> Bool) throws(CommandError) -> [UInt8]? {
        guard let hiddenLine else { return nil }
        do { return try hiddenLine(ask) } catch {
            throw CommandError(.io, "cannot read from the terminal: \(error.reason)")
        }
    }

    /// What a person answers, up to the end of the line; nil at the end of the input.
    ///
    /// Throws `io` if it cannot be read, or a signal comes that would end the process.
    package func readLine(asking ask: () -> Void) throws(CommandError) -> String? {
        var line: [UInt8] = []
        do throws(StreamError) {
            if let answerLine { return try answerLine(ask).map { String(decoding: $0, as: UTF8.self) } }
            ask()
            // One by one: what follows the line is not ours to take.
            while let byte = try read(1).first {
                if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
                line.append(byte)
                if line.count > 4096 { break }
            }
        } catch { throw CommandError(.io, "cannot read standard input: \(error.reason)") }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    /// All bytes to the end.
    ///
    /// Throws `io` if they cannot be read, and `refused` if there are more than `limit`.
    package func readAll(limit: Int) throws(CommandError) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(StreamError) {
            while true {
                let more = try read(min(65536, limit - bytes.count + 1))
                if more.isEmpty { return bytes }
                bytes += more
                if bytes.count > limit { break }
            }
        } catch { throw CommandError(.io, "cannot read standard input: \(error.reason)") }
        throw CommandError(.refused, "standard input holds more than \(limit) bytes")
    }
}
