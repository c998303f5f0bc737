package import CommandLineKit
import HostPlatform

/// A process whose streams are in memory: a program runs inside a test, and its output is kept.
///
/// Not for use by several threads.
package final class RecordedProcess: @unchecked Sendable {
    private var input: ArraySlice<UInt8>
    package private(set) var outputBytes: [UInt8] = []
    package private(set) var errorBytes: [UInt8] = []
    /// Both, in the order in which they were written, as where both streams go to one place.
    private var allBytes: [UInt8] = []

    package init(input: String = "") { self.input = Array(input.utf8)[...] }
    package init(inputBytes: [UInt8]) { input = inputBytes[...] }

    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    package var everything: String { String(decoding: allBytes, as: UTF8.self) }

    /// Runs the program to its end.
    ///
    /// - Parameter terminalWidth: columns, if the streams are to look like a terminal.
    package func run(
        _ program: Program, _ arguments: [String], environment: [String: String] = [:], workingDirectory: String = "/",
        terminalWidth: Int? = nil, launcher: Launcher = .none
    ) -> ExitStatus {
        program.run(
            ProcessContext(
                arguments: arguments, environment: Environment(environment),
                standardInput: InputStream(isTerminal: terminalWidth != nil) { count in
                    let bytes = Array(self.input.prefix(count))
                    self.input = self.input.dropFirst(count)
                    return bytes
                },
                standardOutput: OutputStream(terminalWidth: terminalWidth) {
                    self.outputBytes += $0
                    self.allBytes += $0
                },
                standardError: errorStream(terminalWidth: terminalWidth), workingDirectory: workingDirectory,
                launcher: launcher))
    }

    /// A stream whose bytes are kept in `errors`.
    package func errorStream(terminalWidth: Int? = nil) -> OutputStream {
        OutputStream(terminalWidth: terminalWidth) {
            self.errorBytes += $0
            self.allBytes += $0
        }
    }
}
