/// The right to change one file, among processes of this toolkit.
struct EditLock {
    /// The lock file; nil where there can be none, or only another user's.
    let descriptor: FileDescriptor?
    let directory: FileDescriptor
    /// The file that it is for.
    let name: String
    let resolvedPath: String
    let signals: HeldSignals

    var isHeld: Bool { descriptor != nil }
}

/// A lock is a file beside the target that only those can open who may write there (`LockOwnership`): anybody who may read
/// a directory, or the target, could lock those and keep the owner from editing. It goes with the lock.
///
/// A process that is killed leaves its lock file, unlocked, and perhaps its temporary file: the next one takes both over.
extension FileStore {
    /// Takes the lock if nobody has it; nil where somebody has. Signals that would end the process are held from here on.
    func tryLock(_ place: FilePlace, in directory: FileDescriptor) throws(FileError) -> EditLock? {
        let signals = calls.holdSignals()
        do {
            var held: FileDescriptor?
            switch try take(TemporaryName.lock(for: place.name), in: directory) {
            case .busy:
                calls.releaseSignals(signals)
                return nil
            case .unavailable: break
            case .held(let descriptor): held = descriptor
            }
            return EditLock(
                descriptor: held, directory: directory, name: place.name, resolvedPath: place.resolvedPath,
                signals: signals)
        } catch {
            calls.releaseSignals(signals)
            throw writingError(error, place)
        }
    }

    /// Waits for the lock.
    ///
    /// - Throws: `locked` after the deadline.
    func lock(_ place: FilePlace, in directory: FileDescriptor) throws(FileError) -> EditLock {
        var wait = LockDeadline(self)
        while true {
            if let lock = try tryLock(place, in: directory) { return lock }
            guard wait.goesOn() else {
                if let lock = try withoutLock(place, in: directory) { return lock }
                throw FileError(
                    .locked, "another process is changing \(place.path)", path: place.path,
                    hint: "run it again when that process is done")
            }
        }
    }

    /// Where root has waited for another user, who may hold the lock for ever, or nobody honours what has its name.
    private func withoutLock(_ place: FilePlace, in directory: FileDescriptor) throws(FileError) -> EditLock? {
        do {
            let ownership = try lockOwnership(in: directory)
            guard let status = try status(of: TemporaryName.lock(for: place.name), in: directory),
                !ownership.isHonoured(status) || calls.userID() == 0 && status.user != 0
            else { return nil }
        } catch { throw writingError(error, place) }
        return EditLock(
            descriptor: nil, directory: directory, name: place.name, resolvedPath: place.resolvedPath,
            signals: calls.holdSignals())
    }

    func release(_ lock: EditLock) {
        if let descriptor = lock.descriptor {
            // First the name: whoever opens it after this makes a new one.
            try? calls.unlink(TemporaryName.lock(for: lock.name), in: lock.directory)
            closeQuietly(descriptor)
        }
        calls.releaseSignals(lock.signals)
    }

    /// Why nothing can be written beside a file.
    func writingError(_ error: Errno, _ place: FilePlace) -> FileError {
        FileError(
            error, cannot: "write in the directory \(place.directoryPath)", path: place.path,
            hint: error.isPermission
                ? "a file is replaced as a whole, which needs the right to write in its directory" : nil)
    }
}
