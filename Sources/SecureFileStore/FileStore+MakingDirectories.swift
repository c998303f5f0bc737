/// A directory that was made for a file.
struct MadeDirectory {
    let name: String
    /// The directory that it is in, open.
    let parent: FileDescriptor
}

extension FileStore {
    /// Makes a directory and those above it that are missing, 0700; one that is there stays as it is.
    ///
    /// What root makes in another user's directory belongs to that user.
    ///
    /// - Parameter made: gets the directories that were made, the outermost first.
    /// - Returns: whether the names of all of them are on the disk.
    func makeDirectories(_ path: String, for file: String, made: inout [MadeDirectory]) throws(FileError) -> Bool {
        var place = try place(path, .directory)
        var isFlushed = true
        if place.directory == nil {
            isFlushed = try makeDirectories(place.directoryPath, for: file, made: &made)
            place = try self.place(path, .directory)
        }
        guard let parent = place.directory else {
            throw FileError(.notFound, cannot: "make the directory \(path)", path: file)
        }
        if let status = place.status {
            closeQuietly(parent)
            guard status.kind != .directory else { return isFlushed }
            throw FileError(.notADirectory, cannot: "make the directory \(path)", path: file)
        }
        do {
            try calls.makeDirectory(place.name, in: parent)
        } catch {
            closeQuietly(parent)
            // Another process was faster.
            if error == .exists { return isFlushed }
            throw FileError(error, cannot: "make the directory \(path)", path: file)
        }
        made.append(MadeDirectory(name: place.name, parent: parent))
        do {
            try giveToOwner(ofParent: parent, place.name)
        } catch {
            throw FileError(error, cannot: "make the directory \(path)", path: file)
        }
        return flush(parent) && isFlushed
    }

    /// Removes what was made, as far as nothing is in it.
    func remove(_ made: [MadeDirectory]) {
        // Only empty ones go, so nobody else's file can.
        for directory in made.reversed() { try? calls.removeDirectory(directory.name, in: directory.parent) }
    }

    /// The user and group that a new file in a directory gets; nil where they are those of the process.
    func owner(ofNewFileIn directory: FileDescriptor) throws(Errno) -> (user: UInt32, group: UInt32)? {
        guard calls.userID() == 0 else { return nil }
        let status = try calls.status(of: directory)
        return status.user == 0 ? nil : (status.user, status.group)
    }

    private func giveToOwner(ofParent parent: FileDescriptor, _ name: String) throws(Errno) {
        guard let owner = try owner(ofNewFileIn: parent) else { return }
        let descriptor = try calls.open(name, in: parent, .passage)
        defer { closeQuietly(descriptor) }
        let status = try calls.status(of: descriptor)
        // The parent's owner may have put another directory of root's in its place: only a new, empty one is given away.
        guard status.user == 0, status.mode == .secretDirectory else { return }
        let directory = try calls.open(".", in: descriptor, .directory)
        defer { closeQuietly(directory) }
        guard try calls.names(in: directory).isEmpty else { return }
        try calls.setOwner(directory, user: owner.user, group: owner.group)
    }
}
