import HostPlatform

/// What a replacement needs to know.
struct ReplacementOrder {
    let bytes: [UInt8]
    let policy: FilePolicy
    let keepsBackup: Bool
}

extension FileStore {
    /// Puts new content in the place of a file that was read.
    ///
    /// - Returns: nil where the file is no longer what was read: then nothing has been changed.
    func replace(
        _ held: HeldFile, at place: FilePlace, _ order: ReplacementOrder, _ lock: EditLock
    ) throws(FileError) -> Replacement? {
        let before = held.snapshot
        try requireWritable(held, place, lock)
        guard try leadsThere(place) else { return nil }
        var warnings: [String] = []
        var backup: String?
        do {
            if order.keepsBackup, before.exists { backup = try keepBackup(of: before, place, lock) }
            var new = try writeNew(held, place, order, lock, &warnings)
            // Nobody can build on it before it is known that it stays. Where there are no leases, it goes without.
            new.isLeased = (try? calls.takeLease(new.descriptor, .nobodyAllowed)) != nil
            var flushed: Bool?
            defer { if flushed == nil { discard(new, lock) } }
            flushed = try putInPlace(new, held, place, lock)
            guard let isFlushed = flushed, try !isOverwritten(new, place, order, lock) else {
                forget(backup, lock)
                return nil
            }
            // From here on the change is made; what fails now is told, not thrown.
            if !isFlushed {
                warnings.append(Replacement.unflushedWarning(place.directoryPath))
            }
            if let names = before.status?.names, names > 1 {
                warnings.append(
                    "\(before.path) had \(names - 1) more hard link\(names > 2 ? "s" : ""), with the old content now")
            }
            return Replacement(
                isFlushed: isFlushed, backup: backup.map { platform.join(place.directoryPath, $0) }, warnings: warnings)
        } catch {
            forget(backup, lock)
            throw fileError(error, cannot: "write \(before.path)", path: before.path)
        }
    }

    private func forget(_ backup: String?, _ lock: EditLock) {
        guard let backup else { return }
        try? calls.unlink(backup, in: lock.directory)
    }

    /// A file that its owner made read-only is not replaced behind their back, although its directory would allow it.
    private func requireWritable(_ held: HeldFile, _ place: FilePlace, _ lock: EditLock) throws(FileError) {
        guard held.snapshot.exists else { return }
        do {
            try calls.checkAccess(place.name, in: lock.directory, .write)
        } catch {
            throw FileError(
                error, cannot: "write \(place.path)", path: place.path,
                hint: error == .accessDenied ? "it is read-only for this user" : nil)
        }
    }

    /// Whether the path still leads to the place of the file that was read.
    private func leadsThere(_ place: FilePlace) throws(FileError) -> Bool {
        guard place.isLinked else { return true }
        let again = try self.place(place.path)
        again.directory.map(closeQuietly)
        return again.resolvedPath == place.resolvedPath
    }

    /// The new content beside the file, on the disk, with its mode and owner.
    private func writeNew(
        _ held: HeldFile, _ place: FilePlace, _ order: ReplacementOrder, _ lock: EditLock, _ warnings: inout [String]
    ) throws -> TemporaryFile {
        let new = try createTemporaryFile(beside: place, lock)
        do {
            try writeAll(order.bytes, to: new.descriptor)
            warnings += try inherit(from: held.snapshot, policy: order.policy, to: new.descriptor, in: lock.directory)
            try calls.synchronize(new.descriptor)
            if order.policy == .secret { try verify(order.bytes, in: new.descriptor, path: place.path) }
            return new
        } catch {
            discard(new, lock)
            throw error
        }
    }

    private func discard(_ new: TemporaryFile, _ lock: EditLock) {
        letGo(new.descriptor, isLeased: new.isLeased)
        try? calls.unlink(new.name, in: lock.directory)
    }

    func writeAll(_ bytes: [UInt8], to descriptor: FileDescriptor) throws(Errno) {
        var position = 0
        while position < bytes.count {
            let count = try bytes.withUnsafeBufferPointer { all throws(Errno) in
                try calls.write(descriptor, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[position...])))
            }
            // A call that writes nothing and says nothing would be made for ever.
            guard count > 0 else { throw .inputOutput }
            position += count
        }
    }

    private func verify(_ bytes: [UInt8], in descriptor: FileDescriptor, path: String) throws {
        try calls.seek(descriptor, to: 0)
        guard try readAll(descriptor, path: path, expecting: bytes.count, limit: Int.max - 1) == bytes else {
            throw FileError(.io, "cannot write \(path): what was written is not what is read back", path: path)
        }
    }
}
