extension FileStore {
    /// Reads a file whole; one that does not exist gives an empty snapshot.
    ///
    /// - Parameter afterWriters: whether those are waited for who have it open for writing, and may have written half.
    /// - Throws: `notARegularFile` for a directory, pipe, socket or device, without waiting for it; `tooLarge`, `loop`,
    ///   `permission`, also for a link that is not trusted; `locked` where writers are not done before the deadline; `io`.
    package func snapshot(
        _ path: String, limit: Int = defaultLimit, afterWriters: Bool = false
    ) throws(FileError) -> FileSnapshot {
        let place = try place(path)
        defer { place.directory.map(closeQuietly) }
        return try snapshot(place, limit: limit, afterWriters: afterWriters)
    }

    func snapshot(_ place: FilePlace, limit: Int, afterWriters: Bool = false) throws(FileError) -> FileSnapshot {
        // One that is empty may be so only because somebody is about to write it anew.
        let waits = afterWriters || place.status?.size == 0
        let held = try hold(place, limit: limit, afterWriters: waits, withAttributes: false)
        letGo(held)
        return held.snapshot
    }

    /// The bytes that are left in a file.
    ///
    /// - Parameter expecting: about how many bytes, for the buffer.
    func readAll(_ descriptor: FileDescriptor, path: String, expecting: Int = 0, limit: Int) throws -> [UInt8] {
        let tooLarge = FileError(
            .tooLarge, "\(path) is larger than \(limit) bytes", path: path, hint: "this is hardly the file you meant")
        guard expecting <= limit else { throw tooLarge }
        // One byte more than expected, so that the end shows with the second call.
        let capacity = min(max(expecting, 4095), 1 << 20) + 1
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expecting)
        while true {
            let count: Int
            do {
                count = try calls.read(descriptor, into: buffer)
            } catch {
                guard error == .again || error == .wouldBlock else { throw error }
                _ = try calls.waitUntilReadable(descriptor, milliseconds: -1)
                continue
            }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            guard bytes.count <= limit else { throw tooLarge }
        }
    }

    /// An error of this module for whatever was thrown while doing something with a file.
    func fileError(_ error: any Error, cannot action: String, path: String) -> FileError {
        switch error {
        case let error as FileError: error
        case let error as Errno: FileError(error, cannot: action, path: path)
        default: FileError(.io, "cannot \(action)", path: path)
        }
    }

    /// Whether a file is still what was read, as far as its description tells: it is not opened.
    ///
    /// - Throws: `loop`, `permission`, `io`.
    package func isCurrent(_ snapshot: FileSnapshot) throws(FileError) -> Bool {
        let resolved = try resolve(snapshot.path)
        return resolved.path == snapshot.resolvedPath
            && (resolved.metadata?.status).isSameContent(as: snapshot.status)
    }
}
