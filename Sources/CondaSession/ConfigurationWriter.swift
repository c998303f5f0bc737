package import CommandLineKit
import Condarc
import HostPlatform
package import SecureFileStore

/// How a command writes configuration files: `--dry-run` and `--check` write nothing, `--backup` keeps the old content,
/// and nothing is written where the result could not be told.
///
/// The command gives the transform of the text, and writes its result of what comes back.
package struct ConfigurationWriter {
    private let invocation: Invocation
    private let session: Session
    private let keepsBackup: Bool
    /// Whether the first line of the result is sent before the first write.
    private let announces: Bool

    package init(_ invocation: Invocation, _ session: Session, keepsBackup: Bool? = nil, announces: Bool = false) {
        self.invocation = invocation
        self.session = session
        self.keepsBackup = keepsBackup ?? invocation.has(.backup)
        self.announces = announces
    }

    /// - Parameters:
    ///   - isRehearsal: whether nothing is written, where more than the options says so.
    ///   - closesSecrets: whether a file that is made is for its owner alone if a secret goes into it.
    ///   - transform: runs again from the start if another program changes the file meanwhile.
    /// - Throws: `FileError`, what the transform throws, and `io` if standard output takes nothing; nothing has changed then.
    package func update<Told>(
        _ path: String, isRehearsal: Bool? = nil, closesSecrets: Bool = false,
        telling transform: (FileSnapshot) throws -> FileChange<Told>
    ) throws -> FileUpdate<Told> {
        let isRehearsal = isRehearsal ?? invocation.isRehearsal
        let policy: FilePolicy =
            try closesSecrets && !isRehearsal ? session.policy(ofMaking: path, transform) : .ordinary
        let update = try session.files.update(
            path, policy: policy, isRehearsal: isRehearsal, keepingBackup: keepsBackup,
            limit: SizeLimit.configuration
        ) { snapshot in
            let change = try transform(snapshot)
            // Not by `Invocation.change`: what is planned is known only between reading and writing, under one lock.
            if announces, !isRehearsal, let after = change.content, change.differs(from: snapshot) {
                try invocation.announceChange(
                    diff: UnifiedDiff.text(of: path, from: snapshot.bytes, to: after, exists: snapshot.exists))
            }
            return change
        }
        for warning in update.warnings { invocation.console.warn(warning) }
        return update
    }

    package static func holdsSecret(_ bytes: [UInt8]) -> Bool {
        Redactor.redact(bytes) != bytes || !FileSecrets.hidden(in: bytes).isEmpty
    }

    /// Removes what a killed process left beside a file that is not written.
    package func cleanUp(beside path: String) {
        if !invocation.isRehearsal, let warning = session.files.cleanUp(beside: path) {
            invocation.console.warn(warning)
        }
    }
}

extension Session {
    /// For its owner alone where there is no file yet, and the one that would be made holds a secret.
    func policy<Told>(
        ofMaking path: String, _ transform: (FileSnapshot) throws -> FileChange<Told>
    ) throws -> FilePolicy {
        if case .some = try files.metadata(path) { return .ordinary }
        let directory = host.platform.parent(of: host.absolute(path))
        guard case .some = try files.metadata(directory), let made = try transform(try files.snapshot(path)).content
        else { return .ordinary }
        return ConfigurationWriter.holdsSecret(made) ? .secret : .ordinary
    }
}

extension FileUpdate {
    /// Where the old content was kept, in a list for the result.
    package var backups: [String] { backup.map { [$0] } ?? [] }
}

extension UnifiedDiff {
    /// What becomes of a configuration file, secrets redacted.
    package static func text(of name: String, from before: [UInt8], to after: [UInt8], exists: Bool = true) -> String {
        text(from: before, to: after, oldName: exists ? name : "/dev/null", newName: name, hidden: FileSecrets.hidden)
    }
}
