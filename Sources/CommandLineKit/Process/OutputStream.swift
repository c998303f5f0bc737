/// Where bytes go.
package struct OutputStream: Sendable {
    /// Columns; nil where it is no terminal.
    package let terminalWidth: Int?
    private let writeAll: @Sendable ([UInt8]) throws(StreamError) -> Void

    package init(terminalWidth: Int? = nil, writeAll: @escaping @Sendable ([UInt8]) throws(StreamError) -> Void) {
        self.terminalWidth = terminalWidth
        self.writeAll = writeAll
    }

    package var isTerminal: Bool { terminalWidth != nil }

    package func write(_ bytes: [UInt8]) throws(StreamError) {
        if !bytes.isEmpty { try writeAll(bytes) }
    }
}
