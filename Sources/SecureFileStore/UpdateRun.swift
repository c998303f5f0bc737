/// What one update has open, through all its attempts.
struct UpdateRun {
    private let store: FileStore
    private let path: String
    private var directories: [FileDescriptor] = []
    private var held: HeldFile?
    private var lock: EditLock?
    private var made: [MadeDirectory] = []
    private(set) var areDirectoriesFlushed = true

    init(_ store: FileStore, _ path: String) {
        self.store = store
        self.path = path
    }

    /// Where the path leads now.
    ///
    /// - Throws: `notFound` where there is no directory for an ordinary file.
    mutating func place(_ policy: FilePolicy) throws(FileError) -> FilePlace {
        letGo()
        let place = try store.place(path, .directory)
        guard place.namesAFile else {
            place.directory.map(store.closeQuietly)
            if let status = place.status { try store.requireRegular(status, path: path) }
            throw FileError(.invalidPath, "\(path) names a directory, not a file", path: path)
        }
        guard let directory = place.directory else {
            guard policy == .secret else {
                let isThere = (try? store.metadata(place.directoryPath)) != nil
                throw FileError(
                    isThere ? .notADirectory : .notFound, cannot: "open the directory \(place.directoryPath)",
                    path: path, hint: isThere ? "name a directory" : "create the directory first")
            }
            if let error = store.obstacle(toMaking: path) { throw error }
            return place
        }
        directories.append(directory)
        return place
    }

    mutating func makeDirectory(of place: FilePlace) throws(FileError) {
        let isFlushed = try store.makeDirectories(place.directoryPath, for: path, made: &made)
        areDirectoriesFlushed = areDirectoriesFlushed && isFlushed
    }

    mutating func hold(_ place: FilePlace, limit: Int) throws(FileError) -> HeldFile {
        let held = try store.hold(place, limit: limit)
        self.held = held
        return held
    }

    /// The lock on what was read; nil where it had to be waited for, and all is to be read again.
    mutating func lock(_ place: FilePlace) throws(FileError) -> EditLock? {
        guard let directory = place.directory else { return nil }
        if let lock, lock.resolvedPath == place.resolvedPath { return lock }
        unlock()
        lock = try store.tryLock(place, in: directory)
        if let lock { return lock }
        // Whoever has the lock may be waiting for a writer, who waits for the file to be let go.
        letGo()
        lock = try store.lock(place, in: directory)
        return nil
    }

    /// A warning about a file that is right already: an earlier process may have died before its name was flushed.
    func cleanUp(_ place: FilePlace) -> String? {
        guard lock == nil, let directory = place.directory else { return nil }
        return store.cleanUp(place, in: directory)
    }

    mutating func removeMadeDirectories() {
        // Also what of ours is still in them.
        unlock()
        store.remove(made)
    }

    mutating func end() {
        letGo()
        unlock()
        for directory in directories { store.closeQuietly(directory) }
        for directory in made { store.closeQuietly(directory.parent) }
    }

    private mutating func letGo() {
        held.map(store.letGo)
        held = nil
    }

    private mutating func unlock() {
        lock.map(store.release)
        lock = nil
    }
}
