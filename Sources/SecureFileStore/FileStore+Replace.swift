extension FileStore {
    /// Puts new content in the place of a file that was read under the lock.
    ///
    /// - Returns: nil where the file is no longer what was read: then nothing has been changed.
    func replace(
        _ before: FileSnapshot, with bytes: [UInt8], policy: FilePolicy, keepingBackup: Bool, limit: Int,
        lock: DirectoryLock
    ) throws(FileError) -> Replacement? {
        try requireWritable(before)
        let held = calls.holdSignals()
        defer { calls.releaseSignals(held) }
        let temporary = try createTemporaryFile(beside: before.resolvedPath, in: lock.path)
        var warnings: [String] = []
        var backup: String?
        do {
            do {
                try writeAll(bytes, to: temporary.descriptor)
                warnings += try inherit(from: before, policy: policy, to: temporary.descriptor)
                try calls.synchronize(temporary.descriptor)
                if policy == .secret { try verify(bytes, in: temporary.descriptor, path: before.path) }
            } catch {
                closeQuietly(temporary.descriptor)
                throw error
            }
            // Some file systems tell only now that they could not write.
            try calls.close(temporary.descriptor)
            guard try snapshot(before.path, limit: limit, withAttributes: false).isSame(as: before) else {
                try? calls.unlink(temporary.path)
                return nil
            }
            if keepingBackup, before.exists { backup = try keepBackup(of: before, lock) }
            try calls.rename(temporary.path, to: before.resolvedPath)
        } catch {
            if let backup { try? calls.unlink(backup) }
            try? calls.unlink(temporary.path)
            throw fileError(error, cannot: "write \(before.path)", path: before.path)
        }
        // From here on the change is made; what fails now is told, not thrown.
        let isFlushed = flush(lock)
        if !isFlushed {
            warnings.append("\(lock.path) could not be flushed: the change may not survive a power failure")
        }
        if let names = before.status?.names, names > 1 {
            warnings.append(
                "\(before.path) had \(names - 1) more hard link\(names > 2 ? "s" : ""), with the old content now")
        }
        return Replacement(isFlushed: isFlushed, backup: backup, warnings: warnings)
    }

    /// A file that its owner made read-only is not replaced behind their back, although its directory would allow it.
    private func requireWritable(_ before: FileSnapshot) throws(FileError) {
        guard before.exists else { return }
        do {
            try calls.checkAccess(before.resolvedPath, .write)
        } catch {
            throw FileError(
                error, cannot: "write \(before.path)", path: before.path,
                hint: error == .accessDenied ? "it is read-only for this user" : nil)
        }
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

    /// Whether the new name is on the disk.
    func flush(_ lock: DirectoryLock) -> Bool {
        guard let descriptor = lock.descriptor else { return false }
        do {
            try calls.synchronize(descriptor)
            return true
        } catch {
            // File systems without a notion of it have nothing to flush.
            return error == .invalid || error == .notSupported || error == .noSystemCall
        }
    }
}
