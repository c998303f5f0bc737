/// A file that is being edited: what it held, and the way to look at it again, whatever name it has then.
struct HeldFile {
    let snapshot: FileSnapshot
    /// Nil for a file that does not exist.
    let descriptor: FileDescriptor?
    /// Whether programs that want to write into it wait.
    let isLeased: Bool
}

extension FileStore {
    /// Reads a file whole and keeps it open, under a lease where the system has them.
    ///
    /// A file that somebody has open for writing may be empty or half written: that is waited for.
    ///
    /// - Throws: `locked` where they are not done before the deadline, and what `snapshot` throws.
    func hold(
        _ place: FilePlace, limit: Int, afterWriters: Bool = true, withAttributes: Bool = true
    ) throws(FileError) -> HeldFile {
        guard let descriptor = try openForReading(place) else {
            let absent = FileSnapshot(path: place.path, resolvedPath: place.resolvedPath)
            return HeldFile(snapshot: absent, descriptor: nil, isLeased: false)
        }
        var isLeased = false
        do {
            if afterWriters { isLeased = try waitForWriters(descriptor, place.path) }
            let status = try calls.status(of: descriptor)
            try requireRegular(status, path: place.path)
            let snapshot = FileSnapshot(
                path: place.path, resolvedPath: place.resolvedPath,
                bytes: try readAll(descriptor, path: place.path, expecting: status.size, limit: limit), status: status,
                attributes: withAttributes ? try attributes(of: descriptor) : [])
            return HeldFile(snapshot: snapshot, descriptor: descriptor, isLeased: isLeased)
        } catch {
            letGo(descriptor, isLeased: isLeased)
            throw fileError(error, cannot: "read \(place.path)", path: place.path)
        }
    }

    /// Lets whoever waits for the file go on.
    func letGo(_ held: HeldFile) {
        held.descriptor.map { letGo($0, isLeased: held.isLeased) }
    }

    /// Closes a file, and lets whoever waits for the lease on it go on.
    ///
    /// A process that was started meanwhile has a copy of the descriptor until it runs its own program. As long as the
    /// lease would last with it: readers that do not wait (`O_NONBLOCK`) would be refused a file that is right.
    func letGo(_ descriptor: FileDescriptor, isLeased: Bool) {
        if isLeased { try? calls.endLease(descriptor) }
        closeQuietly(descriptor)
    }

    /// Opens what has the place's name; nil for nothing.
    ///
    /// - Throws: `notARegularFile`, without opening it: opening a device can already do something.
    func openForReading(_ place: FilePlace) throws(FileError) -> FileDescriptor? {
        guard let directory = place.directory, let status = place.status else { return nil }
        try requireRegular(status, path: place.path)
        try requireOwnName(status, place)
        var wait = LockDeadline(self)
        while true {
            do {
                return try calls.open(place.name, in: directory, .read)
            } catch {
                if error == .notFound { return nil }
                // Another process of this toolkit is just putting it in place.
                guard error == .wouldBlock || error == .again else {
                    throw FileError(error, cannot: "read \(place.path)", path: place.path)
                }
                guard wait.goesOn() else { throw busy(place.path) }
            }
        }
    }

    /// - Throws: `notARegularFile`.
    func requireRegular(_ status: FileStatus, path: String) throws(FileError) {
        guard status.kind != .file else { return }
        throw FileError(
            .notARegularFile, "\(path) is a \(status.kind.rawValue), not a file", path: path,
            hint: status.kind == .directory ? "name the file in it" : "name a regular file")
    }

    /// Waits until nobody has a file open for writing, and takes a lease on that.
    ///
    /// - Returns: false where the system, or this file's, has no leases.
    /// - Throws: `locked` after the deadline.
    func waitForWriters(_ descriptor: FileDescriptor, _ path: String) throws(FileError) -> Bool {
        var wait = LockDeadline(self)
        while true {
            do {
                try calls.takeLease(descriptor, .readersAllowed)
                return true
            } catch {
                guard error == .again || error == .wouldBlock else { return false }
            }
            guard wait.goesOn() else { throw busy(path) }
        }
    }

    private func busy(_ path: String) -> FileError {
        FileError(
            .locked, "another program has \(path) open to write into it", path: path,
            hint: "run it again when that program is done")
    }

    /// Whether somebody has written into a file since it was read, or waits for the lease to end to write into it, under
    /// whatever name it is now.
    func isDisturbed(_ held: HeldFile) throws -> Bool {
        guard let descriptor = held.descriptor, let before = held.snapshot.status else { return false }
        if held.isLeased { return try calls.isLeaseWanted(descriptor, .readersAllowed) }
        let status = try calls.status(of: descriptor)
        guard status.isSameContent(as: before) else { return true }
        try calls.seek(descriptor, to: 0)
        let (path, bytes) = (held.snapshot.path, held.snapshot.bytes)
        return try readAll(descriptor, path: path, expecting: status.size, limit: Int.max - 1) != bytes
    }
}
