import HostPlatform

extension FileStore {
    /// Keeps what a file holds beside it, as a copy with its mode, owner and attributes.
    ///
    /// A copy, not a second name: who writes into the file later would write into the backup.
    ///
    /// - Returns: the copy's name, `NAME.<UTC time>.bak`; where that is taken, `NAME.<UTC time>-2.bak` and so on.
    func keepBackup(of before: FileSnapshot, _ place: FilePlace, _ lock: EditLock) throws -> String {
        let copy = try createTemporaryFile(beside: place, lock)
        defer { closeQuietly(copy.descriptor) }
        do {
            try writeAll(before.bytes, to: copy.descriptor)
            _ = try inherit(from: before, policy: .ordinary, to: copy.descriptor, in: lock.directory)
            try calls.synchronize(copy.descriptor)
            let base = "\(place.name).\(compactTime())"
            for number in 1...1000 {
                let name = base + (number == 1 ? "" : "-\(number)") + ".bak"
                if try renamed(copy.name, toFree: name, in: lock.directory) { return name }
            }
        } catch {
            try? calls.unlink(copy.name, in: lock.directory)
            throw error
        }
        try? calls.unlink(copy.name, in: lock.directory)
        throw FileError(
            .exists, cannot: "keep a backup of \(before.path)", path: before.path, hint: "remove some of its backups")
    }

    /// `20260801T102030Z`
    private func compactTime() -> String {
        // A clock beyond the year 9999 is no reason to keep nothing.
        let text = CalendarTime.text(calls.calendarSeconds()) ?? "unknown-time"
        return String(text.unicodeScalars.filter { $0 != "-" && $0 != ":" })
    }
}
