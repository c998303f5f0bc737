import HostPlatform

extension FileStore {
    /// Keeps what a file holds beside it, as a copy with its mode, owner and attributes.
    ///
    /// A copy, not a second name: who writes into the file later would write into the backup.
    ///
    /// - Returns: the copy's path, `NAME.<UTC time>.bak`; where that is taken, `NAME.<UTC time>-2.bak` and so on.
    func keepBackup(of before: FileSnapshot, _ lock: DirectoryLock) throws -> String {
        let temporary = try createTemporaryFile(beside: before.resolvedPath, in: lock.path)
        do {
            do {
                try writeAll(before.bytes, to: temporary.descriptor)
                _ = try inherit(from: before, policy: .ordinary, to: temporary.descriptor)
                try calls.synchronize(temporary.descriptor)
            } catch {
                closeQuietly(temporary.descriptor)
                throw error
            }
            try calls.close(temporary.descriptor)
            return try nameBackup(temporary.path, of: before)
        } catch {
            try? calls.unlink(temporary.path)
            throw error
        }
    }

    private func nameBackup(_ copy: String, of before: FileSnapshot) throws -> String {
        let base = "\(before.resolvedPath).\(compactTime())"
        for number in 1...1000 {
            let path = base + (number == 1 ? "" : "-\(number)") + ".bak"
            if try renamed(copy, toFree: path) { return path }
        }
        throw FileError(
            .exists, cannot: "keep a backup of \(before.path)", path: before.path, hint: "remove some of its backups")
    }

    /// Whether a file got a new name; false where that is taken.
    private func renamed(_ old: String, toFree new: String) throws(Errno) -> Bool {
        do {
            try calls.renameExclusively(old, to: new)
            return true
        } catch {
            if error == .exists { return false }
            guard error == .invalid || error == .noSystemCall || error == .notSupported else { throw error }
        }
        // A file system that cannot do both at once. Under the lock nobody of ours takes the name in between.
        guard try isFree(new) else { return false }
        try calls.rename(old, to: new)
        return true
    }

    private func isFree(_ path: String) throws(Errno) -> Bool {
        do {
            _ = try calls.status(at: path)
            return false
        } catch {
            guard error == .notFound else { throw error }
            return true
        }
    }

    /// `20260801T102030Z`
    private func compactTime() -> String {
        // A clock beyond the year 9999 is no reason to keep nothing.
        let text = CalendarTime.text(calls.calendarSeconds()) ?? "unknown-time"
        return String(text.unicodeScalars.filter { $0 != "-" && $0 != ":" })
    }
}
