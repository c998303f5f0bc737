package import LosslessJSON

/// Where a command's results and messages go.
///
/// Results wait in memory until the command is done, so that an error leaves nothing half said. Not for use by several
/// threads.
package final class Console {
    private let programName: String
    private let output: OutputStream
    private let errors: OutputStream
    private let outputColor: Bool
    private let errorColor: Bool
    private var pending: [UInt8] = []
    private var jsonIsOpen = false
    /// The first failure to write results.
    private(set) var failure: StreamError?

    init(_ context: ProcessContext, programName: String, color: ColorPolicy) {
        self.programName = programName
        output = context.standardOutput
        errors = context.standardError
        outputColor = color.allowsColor(onTerminal: output.isTerminal, environment: context.environment)
        errorColor = color.allowsColor(onTerminal: errors.isTerminal, environment: context.environment)
    }

    // MARK: Results

    /// Writes text to standard output; on a terminal its control characters are spelt out, but for line feeds and tabs.
    package func write(_ text: StyledText) {
        pending += text.rendered(inColor: outputColor, escaping: output.isTerminal).utf8
        if pending.count > 65536 { flush() }
    }

    /// Writes a line to standard output.
    package func writeLine(_ text: StyledText = "") { write(text + "\n") }

    /// Writes a table to standard output, cut to the width only on a terminal.
    package func write(_ table: TextTable) { write(table.text(width: output.terminalWidth)) }

    /// Writes bytes to standard output as they are, such as a whole file.
    package func writeRaw(_ bytes: [UInt8]) {
        pending += bytes
        if pending.count > 65536 { flush() }
    }

    /// Writes a unified diff to standard output, coloured.
    package func write(diff: String) {
        guard !diff.isEmpty else { return }
        for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropLast(diff.hasSuffix("\n") ? 1 : 0)
        {
            let style: Style? =
                if line.hasPrefix("+++") || line.hasPrefix("---") {
                    .bold
                } else if line.hasPrefix("+") {
                    .green
                } else if line.hasPrefix("-") {
                    .red
                } else if line.hasPrefix("@@") {
                    .cyan
                } else {
                    nil
                }
            writeLine(StyledText(String(line), style))
        }
    }

    /// Writes the one JSON object of a call with `--json`: `"schema": 1`, then these members.
    package func write(json members: [JSONValue.Member]) {
        let opening = Console.jsonOpening
        let object = JSONValue.object([.init("schema", 1)] + members)
        let text = Array((object.text() + "\n").utf8)
        writeRaw(jsonIsOpen ? Array(text.dropFirst(opening.count)) : text)
        jsonIsOpen = false
    }

    private static let jsonOpening = Array("{\"schema\": 1".utf8)

    /// Writes what every JSON result begins with, at once: a standard output that takes nothing (a full disk, a reader
    /// who left) is found out before anything is changed.
    ///
    /// Throws `io` if standard output takes nothing.
    package func openJSON() throws(CommandError) {
        guard !jsonIsOpen else { return }
        jsonIsOpen = true
        writeRaw(Console.jsonOpening)
        try flushOrThrow()
    }

    /// Sends what waits. Throws `io` if standard output does not take it.
    package func flushOrThrow() throws(CommandError) {
        flush()
        if let failure { throw Console.error(for: failure) }
    }

    static func error(for failure: StreamError) -> CommandError {
        CommandError(.io, "cannot write to standard output: \(failure.reason)")
    }

    func flush() {
        guard failure == nil, !pending.isEmpty else { return }
        do throws(StreamError) {
            try output.write(pending)
        } catch {
            failure = error
        }
        pending = []
    }

    /// Forgets results that were not sent: an error takes their place.
    func discard() { pending = [] }

    // MARK: Messages

    /// Writes `PROGRAM: warning: …` to standard error.
    package func warn(_ message: String, hint: String? = nil) {
        say("warning", .yellow, message)
        if let hint { say("hint", .cyan, hint) }
    }

    /// Writes `PROGRAM: …` to standard error.
    package func note(_ message: String) { say(nil, nil, message) }

    /// Writes `PROGRAM: hint: …` to standard error.
    package func hint(_ message: String) { say("hint", .cyan, message) }

    func report(_ error: CommandError) {
        say("error", .red, error.text)
        if let hint = error.hint { say("hint", .cyan, hint) }
    }

    private func say(_ kind: String?, _ style: Style?, _ message: String) {
        let safe = ControlCharacters.escaped(Redactor.redact(message))
        let label = kind.map { StyledText("\($0): ", style) } ?? ""
        let line = StyledText("\(programName): ") + label + StyledText(safe + "\n")
        // Nothing is left to say it to if standard error takes nothing.
        try? errors.write(Array(line.rendered(inColor: errorColor, escaping: false).utf8))
    }
}
