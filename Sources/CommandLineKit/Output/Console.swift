import HostPlatform
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
    private let width: Int
    private let home: String?
    /// Whether lines can be written over.
    private let showsProgress: Bool
    /// Whether notes are left out.
    var isQuiet = false
    /// Whether secrets were asked for: without, no line and no text of an answer has one.
    package var reveals = false
    /// What commands in hints take along; nil before the arguments are read.
    var places: PlaceOptions?
    private var progressLine = ProgressLine()
    private var pending: [UInt8] = []
    /// A result of which the beginning has been sent.
    private enum Opened { case json, diff }
    private var opened: Opened?
    /// Messages that wait for the end of such a result: where both streams go to one place, none stands inside it.
    private var held: [UInt8] = []
    /// The first failure to write results.
    private(set) var failure: StreamError?

    init(_ context: ProcessContext, programName: String, color: ColorPolicy) {
        self.programName = programName
        output = context.standardOutput
        errors = context.standardError
        width = context.width
        home = context.environment["HOME"]
        showsProgress = errors.isTerminal && context.environment["TERM"] != "dumb"
        outputColor = color.allowsColor(onTerminal: output.isTerminal, environment: context.environment)
        errorColor = color.allowsColor(onTerminal: errors.isTerminal, environment: context.environment)
    }

    // MARK: Results

    /// Writes text to standard output; its control characters are spelt out, but for line feeds and tabs.
    package func write(_ text: StyledText) {
        text.append(to: &pending, inColor: outputColor)
        if pending.count > 65536 { flush() }
    }

    /// Writes one line to standard output.
    ///
    /// Line breaks and control characters in it are spelt out, whether it is a terminal or not: text from a file that began a
    /// line of its own could be a command to what reads the log, such as `::error::`.
    package func writeLine(_ text: StyledText = "") {
        for span in text.spans {
            StyledText(shown(span.text), span.style).append(to: &pending, inColor: outputColor)
        }
        writeRaw([UInt8(ascii: "\n")])
    }

    /// Writes a line whose words, on a terminal that is too narrow, go on below.
    ///
    /// - Parameters:
    ///   - lead: what the line begins with, its own indentation in it.
    ///   - indent: columns before the lines that follow.
    package func writeParagraph(_ lead: StyledText, _ text: String, indent: Int) {
        let layout = MessageLayout(width: output.terminalWidth, excerptWidth: width)
        for line in layout.paragraph([lead], text, indent: indent) { writeLine(line) }
    }

    /// Writes lines with a remark behind each, such as the place that a value comes from: on a terminal the remarks stand in
    /// one column, and below their lines where they do not fit.
    package func write(_ lines: [(text: StyledText, remark: String?)]) {
        let room = output.terminalWidth
        func fits(_ columns: Int, _ remark: String) -> Bool {
            room.map { columns + 2 + DisplayWidth.of(remark) <= $0 } ?? true
        }
        let shown = lines.map { text, remark in
            (text, columns: DisplayWidth.of(text.plain), remark: remark.map { "# " + self.shown(path: $0) })
        }
        let aligned = shown.filter { line in room != nil && line.remark.map { fits(line.columns, $0) } == true }
        let column = aligned.map(\.columns).max() ?? 0
        for (text, columns, remark) in shown {
            guard let remark else {
                writeLine(text)
                continue
            }
            if fits(columns, remark) {
                let gap = fits(max(columns, column), remark) ? max(column - columns, 0) : 0
                writeLine(text + StyledText(String(repeating: " ", count: gap + 2) + remark, .dim))
            } else {
                writeLine(text)
                writeLine(StyledText("      " + remark, .dim))
            }
        }
    }

    private func shown(_ text: String) -> String {
        reveals ? ControlCharacters.escaped(text) : Redactor.line(text)
    }

    /// Writes an empty line where a person reads, to set apart what follows.
    package func separate() {
        if output.isTerminal { writeLine() }
    }

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
        // By bytes: as a character, a line break of Windows is none of Unix.
        let lines = diff.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        let text = lines.dropLast(diff.utf8.last == UInt8(ascii: "\n") ? 1 : 0)
        for line in text.dropFirst(opened == .diff ? 1 : 0) {
            let style = Console.diffStyles.first { line.hasPrefix($0.key) }?.value
            // The carriage return of a line's end stays, but on a terminal, where it is not seen.
            let isEnded = line.utf8.last == UInt8(ascii: "\r") && !output.isTerminal
            write(StyledText(isEnded ? String(decoding: line.utf8.dropLast(), as: UTF8.self) : String(line), style))
            writeRaw(Array((isEnded ? "\r\n" : "\n").utf8))
        }
    }

    /// By what a line begins with; the first that fits counts.
    private static let diffStyles: KeyValuePairs<String, Style> = [
        "+++": .bold, "---": .bold, "+": .green, "-": .red, "@@": .cyan,
    ]

    /// Writes the first line of a diff, once; the rest may still change.
    func open(diff: String) {
        guard opened == nil, !diff.isEmpty else { return }
        write(diff: String(diff.prefix { $0 != "\n" }))
        opened = .diff
    }

    /// Writes the one JSON object of a call with `--json`: `"schema": 1`, then these members.
    package func write(json object: JSONValue) {
        let shown = reveals ? object : Redactor.redact(answer: object)
        let whole = ["schema": 1] + (places?.completing(shown) ?? shown)
        let text = Array((whole.text() + "\n").utf8)
        writeRaw(opened == .json ? Array(text.dropFirst(Console.jsonOpening.count)) : text)
        if opened != nil { close() }
    }

    /// Sends the end of a result, then the messages that waited for it.
    func close() {
        opened = nil
        flush()
        // Nothing is left to say it to if standard error takes nothing.
        if !held.isEmpty { try? errors.write(held) }
        held = []
    }

    private static let jsonOpening = Array("{\"schema\": 1".utf8)

    /// Writes what every JSON result begins with, at once: a standard output that takes nothing (a full disk, a reader
    /// who left) is found out before anything is changed.
    ///
    /// Throws `io` if standard output takes nothing.
    package func openJSON() throws(CommandError) {
        guard opened == nil else { return }
        opened = .json
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

    /// Sends the results that wait before a message, where both streams go to one place.
    package func sendResults() { flush() }

    func flush() {
        guard failure == nil, !pending.isEmpty else { return }
        endProgress()
        do throws(StreamError) {
            try output.write(pending)
        } catch {
            failure = error
        }
        pending = []
    }

    /// Forgets results that were not sent: an error takes their place.
    func discard() {
        pending = []
        if opened == .diff { close() }
    }

    // MARK: Messages

    /// Writes `PROGRAM: SEVERITY: …` to standard error; a note, of what the user did not ask for and should know, is left
    /// out by `--quiet`.
    package func say(_ message: Message) { say(message, isLabelled: true) }

    package func warn(_ text: String, hint: String? = nil) { say(Message(.warning, text, hint: hint)) }

    /// Writes an error that does not end the command, with its lines, as a warning.
    package func warn(_ error: CommandError) { say(error.message(as: .warning)) }

    package func notice(_ text: String, hint: String? = nil) { say(Message(.note, text, hint: hint)) }

    /// Writes `PROGRAM: …` to standard error: a confirmation, which `--quiet` leaves out.
    package func note(_ text: String, hint: String? = nil) {
        say(Message(.note, text, hint: hint), isLabelled: false)
    }

    /// Writes `PROGRAM: …` to standard error, coloured: what a command came to.
    package func summarize(_ text: StyledText) {
        if !isQuiet { send([StyledText("\(programName): ") + text]) }
    }

    /// A path as it is written among the results: on a terminal with `~` for the home directory.
    package func shown(path: String) -> String {
        output.isTerminal ? Host.withTilde(path, home: home) : path
    }

    /// Writes a message among the results, followed by an empty line where it has more than one.
    package func write(_ message: Message) {
        for line in layout(for: output).finding(shown(message, on: output)) { writeLine(line) }
    }

    /// Writes a message of the form of a result to standard error, where standard output is taken.
    package func tell(_ message: Message) {
        send(layout(for: errors).finding(shown(message, on: errors)))
    }

    /// Writes an empty line between such messages, or ends that of a question without an answer.
    package func tellApart() { send([""]) }

    /// Writes a page to standard error, where what was asked for is no result.
    func writeToErrors(_ page: StyledText) {
        var text: [UInt8] = []
        page.append(to: &text, inColor: errorColor)
        // Nothing is left to say it to if standard error takes nothing.
        try? errors.write(text + [UInt8(ascii: "\n")])
    }

    /// Asks a person at a terminal, the answer to be typed behind it.
    package func ask(_ question: String) {
        // Who cannot be asked is found out by reading the answer.
        try? errors.write(Array("\(programName): \(ControlCharacters.escaped(question))".utf8))
    }

    private func say(_ message: Message, isLabelled: Bool) {
        if message.severity == .note, isQuiet { return }
        send(layout(for: errors).report(shown(message, on: errors), program: programName, isLabelled: isLabelled))
    }

    private func layout(for stream: OutputStream) -> MessageLayout {
        MessageLayout(width: stream.isTerminal ? width : nil, excerptWidth: width)
    }

    /// A message with what its commands take along, and at a terminal with `~` for the home directory.
    private func shown(_ message: Message, on stream: OutputStream) -> Message {
        func shown(_ text: String) -> String {
            stream.isTerminal ? Host.withTildes(in: completing(text), home: home) : completing(text)
        }
        var message = message
        message.text = shown(message.text)
        message.hint = message.hint.map(shown)
        message.place = message.place.map { stream.isTerminal ? Host.withTilde($0, home: home) : $0 }
        return message
    }

    /// A text with the call's `--file`, `--keyring` and the like behind the commands in it: who follows it works on the same
    /// files.
    package func completing(_ text: String) -> String { places?.completing(text) ?? text }

    /// Says at a terminal how far a long work has come: from a thousand steps or a second on, in a line that goes when
    /// anything else is written.
    ///
    /// - Parameter what: what is counted, such as `files checked`.
    package func progress(_ count: Int, _ what: String) {
        guard showsProgress, !isQuiet, let line = progressLine.line("\(programName): \(count) \(what) …", count)
        else {
            return
        }
        try? errors.write(Array(line.utf8))
    }

    /// Does a work that may have to wait, such as for the writer of a pipe, and that writes nothing; says at a terminal what
    /// is waited for, from a second on.
    package func waiting<Result, Failure: Error>(
        for what: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard showsProgress, !isQuiet else { return try work() }
        let line = ProgressLine.beginning + ControlCharacters.escaped("\(programName): waiting for \(what) …")
        let slow = SlowWork { [errors] in try? errors.write(Array(line.utf8)) }
        defer { if slow.stop() { try? errors.write(Array(ProgressLine.beginning.utf8)) } }
        return try work()
    }

    /// Takes the line of progress away.
    package func endProgress() {
        if let line = progressLine.end() { try? errors.write(Array(line.utf8)) }
    }

    private func send(_ lines: [StyledText]) {
        endProgress()
        var text: [UInt8] = []
        for line in lines {
            line.append(to: &text, inColor: errorColor)
            text.append(UInt8(ascii: "\n"))
        }
        if opened != nil {
            held += text
            return
        }
        // Nothing is left to say it to if standard error takes nothing.
        try? errors.write(text)
    }
}
