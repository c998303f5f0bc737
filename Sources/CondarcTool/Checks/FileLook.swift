import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import LosslessYAML
import SecureFileStore

/// Looks at one file without changing anything, so that several can be looked at at once.
struct FileLook: Sendable {
    let session: Session
    let checker: Checker
    /// What files that were named are held to.
    let policy: Policy?
    let root: String?
    /// Whether a pipe is refused, even as a file that is only looked at.
    let mustBeFile: Bool
    /// Whether findings have the changes that would mend them, as programs read them.
    let showsEdits: Bool

    /// What a file came to.
    struct Looked: Sendable {
        var findings: [Finding]
        /// What the findings are about; nil where there is nothing to show.
        var text: [UInt8]?
    }

    /// - Returns: nil for a directory, which nothing is said about.
    func at(_ file: String, _ memory: CheckMemory) -> Looked? {
        switch snapshot(file, mustBeFile: mustBeFile) {
        case .success(let snapshot):
            findings(path: file, bytes: snapshot.bytes, traits: traits(snapshot), memory: memory)
        case .failure where isDirectory(file): nil
        case .failure(let error): Looked(findings: findings(unreadable: file, error))
        }
    }

    func findings(unreadable path: String, _ error: FileError) -> [Finding] {
        checker.findings(unreadable: path, message: error.message, hint: error.hint)
    }

    func findings(
        path: String, bytes: [UInt8], traits: Checker.FileTraits = Checker.FileTraits(),
        memory: CheckMemory = CheckMemory()
    ) -> Looked {
        let reading = Result(configuration: bytes)
        var findings = checker.findings(path: path, bytes: bytes, reading, traits: traits, memory: memory)
        if showsEdits {
            findings = checker.withEdits(findings, path: path, bytes: bytes, traits: traits)
                .map { FileLook.withoutSecrets($0, of: bytes) }
        }
        findings += violations(path: path, reading)
        return Looked(findings: findings, text: findings.isEmpty ? nil : bytes)
    }

    /// The finding without its edits where their text would show a secret of the file: `--fix` makes them all the same.
    private static func withoutSecrets(_ finding: Finding, of bytes: [UInt8]) -> Finding {
        guard let edits = finding.edits else { return finding }
        let secrets = FileSecrets.hidden(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        guard
            edits.contains(where: { edit in
                Redactor.redact(edit.text) != edit.text || secrets.contains { !$0.isEmpty && edit.text.contains($0) }
            })
        else { return finding }
        var finding = finding
        finding.edits = nil
        return finding
    }

    func isDirectory(_ path: String) -> Bool { (try? session.files.metadata(path))?.kind == .directory }

    /// What to say to a word that is no file, but means something else to this program.
    private static func hint(forWord word: String) -> String? {
        if word == "all" { return "without a file every source is checked: condarc-tool check" }
        if RuleCatalog.rule(named: word) != nil {
            return "a rule is named by an option: condarc-tool check --select \(word)"
        }
        return ParameterTable.parameter(forKey: word).map { _ in
            "a parameter is checked with its file; what its value comes from: condarc-tool explain \(word)"
        }
    }

    /// What is to be mended must be a file; what is only looked at may be a pipe that the user named.
    func snapshot(_ file: String, mustBeFile: Bool) -> Result<FileSnapshot, FileError> {
        Result { () throws(FileError) in
            let snapshot =
                try mustBeFile
                ? session.files.snapshot(file, limit: SizeLimit.configuration, afterWriters: true)
                : session.files.input(file, limit: SizeLimit.configuration)
            guard snapshot.exists else {
                if mustBeFile, file.hasPrefix("/dev/") {
                    throw FileError(
                        .notARegularFile, "a pipe cannot be mended", path: file,
                        hint: "give it on standard input: … | condarc-tool check --fix -")
                }
                throw FileError(
                    .notFound, "there is no file \(file)", path: file,
                    hint: FileLook.hint(forWord: file) ?? session.hint(forMissing: file))
            }
            return snapshot
        }
    }

    func traits(_ snapshot: FileSnapshot) -> Checker.FileTraits {
        guard let mode = snapshot.mode, mode.rawValue & 0o004 != 0 else { return Checker.FileTraits() }
        let path = session.host.platform.normalized(session.host.absolute(snapshot.resolvedPath))
        let isBelowHome = session.host.home.map { $0 != "/" && path.hasPrefix($0 + "/") } ?? false
        return Checker.FileTraits(isReadableByOthers: true, isPrivate: isBelowHome)
    }

    /// What a named file sets against the policy: it need not set what is required, but nothing else.
    func violations(path: String, _ reading: @autoclosure () -> Result<YAMLDocument, YAMLError>) -> [Finding] {
        // What cannot be parsed is a finding already.
        guard let policy, case .success(let document) = reading() else { return [] }
        let source = SourceReader.source(path: path, document: document)
        guard source.failure == nil else { return [] }
        return Self.findings(
            of: PolicyScope(
                .environment, host: session.host, facts: session.facts(root: root),
                members: [PolicyScope.Member(source: source, bytes: document.bytes, isEditable: true)], target: nil,
                pinTarget: nil), under: policy)
    }

    static func findings(of scope: PolicyScope, under policy: Policy) -> [Finding] {
        PolicyAudit.outcome(of: scope, under: policy).violations
            .filter { $0.rule != .unreadable && $0.rule != .invalid }.map(\.finding)
    }
}
