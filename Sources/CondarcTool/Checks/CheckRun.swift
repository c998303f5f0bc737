import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import SecureFileStore

/// One call of `check`: one file after another is read, looked at, and forgotten.
struct CheckRun {
    private let invocation: Invocation
    private let session: Session
    private let root: String?
    private let files: [String]
    private let checker: Checker
    private let policy: Policy?
    private let look: FileLook
    private let writer: ConfigurationWriter
    /// What is still to be looked at, together.
    private var waiting: [String] = []
    private static let batch = 512
    /// How many bytes of text to keep for findings in it before they are told.
    private static let heldText = 4 << 20
    private let format: FindingFormat
    private var output: any FindingOutput
    private var summary = CheckSummary()
    private var lastPath: String?

    init(_ invocation: Invocation, format: FindingFormat) throws {
        self.invocation = invocation
        self.format = format
        let session = Session(invocation.context)
        self.session = session
        writer = ConfigurationWriter(invocation, session)
        root = session.root(invocation)
        policy = try invocation.value(EnforceCommand.policy).map {
            try EnforceCommand.read($0, invocation, session).policy
        }
        let options = CheckOptions(
            selection: try CheckCommand.selection(invocation),
            forbiddenChannels: try invocation.values(CheckCommand.forbidChannel).map { (text) throws(CommandError) in
                if let complaint = ChannelPattern.complaint(about: text) {
                    throw CommandError(.usage, complaint.message, hint: complaint.hint)
                }
                if let doubt = ChannelPattern.doubt(about: text) {
                    invocation.console.warn(doubt.message, hint: doubt.hint)
                }
                return ChannelPattern(text)
            },
            pathExists: session.pathExists)
        if invocation.operands.isEmpty {
            try Self.refuseFile(asPattern: invocation)
            let whole = session.configuration(root: root)
            checker = Checker(options, host: session.host, facts: whole.facts, whole: whole.configuration)
            files = whole.configuration.sources.compactMap(\.path)
        } else {
            checker = Checker(options, host: session.host, facts: session.facts(root: root))
            var seen: Set<String> = []
            files = invocation.operands.filter { seen.insert($0).inserted }
        }
        // The sources of the search path are held to the policy together.
        look = FileLook(
            session: session, checker: checker, policy: invocation.operands.isEmpty ? nil : policy, root: root,
            mustBeFile: invocation.operands.isEmpty, showsEdits: format == .json || format == .sarif)
        output = format.output(options.selection.rules.map { $0.descriptor }, invocation)
    }

    /// A file behind `--forbid-channel` is taken for its pattern, and without files all others are looked at.
    private static func refuseFile(asPattern invocation: Invocation) throws(CommandError) {
        let option = "--\(CheckCommand.forbidChannel.long)"
        guard let file = invocation.values(CheckCommand.forbidChannel).last(where: NamedInput.isNamedAsFile) else {
            return
        }
        throw CommandError(
            .usage, "\(option) took '\(file)' as its PATTERN",
            hint:
                "write the pattern in front of the file: condarc-tool check \(option) PATTERN \(ShellWord.quoted(file))"
        )
    }

    private var fixes: Bool { invocation.has(CheckCommand.fix) }
    private var showsDiff: Bool { fixes && invocation.showsDiff }

    mutating func run() throws -> ExitStatus {
        for file in files { try check(file) }
        try lookAtWaiting()
        invocation.console.endProgress()
        if invocation.operands.isEmpty {
            take(checker.findings(environment: .environment(session.host)))
            take(checker.findingsOfWhole())
            if let policy {
                take(FileLook.findings(of: ScopeReader(session: session, root: root).searchPath(), under: policy))
            }
        }
        summary.singlePath = summary.files == 1 ? lastPath : nil
        summary.hasFixRun = fixes
        summary.isRehearsal = fixes && invocation.isRehearsal
        output.finish(summary)
        if !summary.errors.isEmpty { return .system }
        if invocation.isRehearsal, fixes {
            return invocation.status(changes: summary.isChanged || summary.found > 0)
        }
        return summary.found > 0 ? .negative : .success
    }

    /// - Parameter text: what the findings are about.
    private mutating func take(_ findings: [Finding], in text: [UInt8]? = nil) {
        guard !findings.isEmpty else { return }
        summary.fixable += findings.count { $0.fix != nil }
        let source = text.map { ExcerptSource(configuration: $0) }
        for finding in findings {
            summary.counts[finding.severity, default: 0] += 1
            output.write(finding, in: source)
        }
    }

    /// Every configuration file below a directory.
    private mutating func checkDirectory(_ name: String) throws {
        var search = ConfigurationSearch(in: name, session)
        var isEmpty = true
        defer {
            if isEmpty {
                invocation.console.warn(
                    "there is no configuration below \(name)",
                    hint: "looked for: .condarc, condarc, NAME.condarc, and .yml and .yaml in a condarc.d")
            }
        }
        while let found = search.next() {
            isEmpty = false
            switch found {
            case .file(let path): try check(path)
            case .unreadable(let directory, let error):
                try lookAtWaiting()
                take(look.findings(unreadable: directory, error))
            }
        }
    }

    /// A file, or a directory.
    private mutating func check(_ file: String) throws {
        if !fixes, file != "-" {
            waiting.append(file)
            if waiting.count == Self.batch { try lookAtWaiting() }
            return
        }
        try lookAtWaiting()
        if file != "-", look.isDirectory(file) { return try checkDirectory(file) }
        count(file)
        if file == "-" {
            let bytes = try invocation.console.waiting(for: "standard input") {
                try invocation.context.standardInput.readAll(limit: SizeLimit.configuration)
            }
            guard fixes else { return take(look.findings(path: file, bytes: bytes).findings, in: bytes) }
            let repair = checker.repaired(path: file, bytes: bytes)
            report(repair, before: bytes, path: file)
            if !showsDiff { output.writeFixedInput(repair.bytes) }
            return
        }
        switch look.snapshot(file, mustBeFile: true) {
        case .success(let snapshot): try mend(snapshot, look.traits(snapshot))
        case .failure(let error): take(look.findings(unreadable: file, error))
        }
    }

    private mutating func count(_ file: String) {
        summary.files += 1
        lastPath = file
        invocation.console.progress(summary.files, "files checked")
    }

    /// Looks at the files that were put off, on all processors, and takes what was found in their order.
    private mutating func lookAtWaiting() throws {
        let look = look
        var files = waiting[...]
        waiting = []
        while !files.isEmpty {
            func results(of files: [String]) -> [FileLook.Looked?] {
                Workers().map(
                    files, memory: { CheckMemory() }, upTo: Self.heldText, size: { $0?.text?.count ?? 0 }
                ) { look.at($1, $0) }
            }
            let results =
                files.count == 1
                ? invocation.console.waiting(for: files[files.startIndex]) { results(of: Array(files)) }
                : results(of: Array(files))
            for (file, looked) in zip(files, results) {
                guard let looked else {
                    try checkDirectory(file)
                    try lookAtWaiting()
                    continue
                }
                count(file)
                take(looked.findings, in: looked.text)
            }
            files = files.dropFirst(results.count)
        }
    }

    private mutating func mend(_ snapshot: FileSnapshot, _ traits: Checker.FileTraits) throws {
        let path = snapshot.path
        let before = snapshot.bytes
        let repair = checker.repaired(path: path, bytes: before, traits: traits)
        let written: Void? = try invocation.change(
            if: repair.bytes != before || repair.closesToOthers,
            announcing: { try invocation.announceChange(isJSON: format == .json) },
            writing: {
                do {
                    try write(repair, snapshot)
                } catch {
                    guard let error = CommandError(translating: error, path: path), error.status == .system else {
                        throw error
                    }
                    summary.errors.append(error)
                    if format != .json { invocation.console.warn(error) }
                    take(look.findings(path: path, bytes: before, traits: traits).findings, in: before)
                }
            })
        guard written == nil else { return }
        writer.cleanUp(beside: path)
        report(repair, before: before, path: path)
    }

    private mutating func write(_ planned: Repair, _ snapshot: FileSnapshot) throws {
        var (repair, before) = (planned, snapshot.bytes)
        let (checker, look) = (checker, look)
        if repair.bytes != before {
            let update = try writer.update(snapshot.path) {
                let repair = checker.repaired(path: snapshot.path, bytes: $0.bytes, traits: look.traits($0))
                return FileChange(repair.bytes, telling: repair)
            }
            (repair, before) = (update.told, update.before.bytes)
            summary.backups += update.backups
            if format != .json { invocation.console.note(backups: update.backups) }
        }
        if repair.closesToOthers, let mode = snapshot.mode {
            try session.files.setMode(snapshot.path, FileMode(rawValue: mode.rawValue & ~0o007))
        }
        report(repair, before: before, path: snapshot.path)
    }

    private mutating func report(_ repair: Repair, before: [UInt8], path: String) {
        summary.fixed += repair.fixed.count
        summary.isChanged = summary.isChanged || repair.bytes != before || repair.closesToOthers
        for finding in repair.fixed { output.write(fixed: finding) }
        if showsDiff {
            output.write(diff: UnifiedDiff.text(of: path, from: before, to: repair.bytes))
        }
        take(repair.remaining + look.violations(path: path, .init(configuration: repair.bytes)), in: repair.bytes)
    }
}

extension CheckRule {
    fileprivate static var descriptor: SARIFFindings.Descriptor {
        .init(
            name: name, summary: documentation.summary, rationale: documentation.rationale, level: severity.rawValue)
    }
}
