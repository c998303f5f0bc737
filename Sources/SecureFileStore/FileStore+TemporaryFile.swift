/// A file that is being written beside a target.
struct TemporaryFile {
    let name: String
    let descriptor: FileDescriptor
    /// Whether nobody can open it but who made it.
    var isLeased = false
}

extension FileStore {
    /// Creates a file beside a target, readable and writable by nobody but this user.
    ///
    /// - Throws: `permission` where the directory may not be written, and `io`.
    func createTemporaryFile(beside place: FilePlace, _ lock: EditLock) throws(FileError) -> TemporaryFile {
        let locked = TemporaryName.locked(for: place.name)
        var isTaken = !lock.isHeld
        // A clash of random numbers is next to impossible; a few tries end it even then.
        for _ in 0..<8 {
            let name = isTaken ? TemporaryName.unlocked(for: place.name, random: calls.random()) : locked
            do {
                return TemporaryFile(
                    name: name, descriptor: try calls.open(name, in: lock.directory, .create))
            } catch {
                guard error == .exists else { throw writingError(error, place) }
            }
            // Under the lock it is what a killed process left, unless it is something else that cannot go.
            if !isTaken { isTaken = (try? calls.unlink(locked, in: lock.directory)) == nil }
        }
        throw writingError(.exists, place)
    }
}
