/// A symbolic link of somebody who is neither root nor the effective user: whether it is followed depends on what it
/// leads to.
struct LinkOnTheWay {
    let path: String
    let owner: UInt32
}

extension FileStore {
    /// A link whose owner has to be that of what it leads to; nil for one that is trusted as it is.
    func link(_ status: FileStatus, at path: String, in directory: FileDescriptor) throws(Errno) -> LinkOnTheWay? {
        var owner = status.user
        if status.names > 1, try !isTrusted(directory) {
            // A second name of somebody else's link is the work of who owns the directory.
            owner = try calls.status(of: directory).user
        }
        return isTrusted(user: owner) ? nil : LinkOnTheWay(path: path, owner: owner)
    }

    /// - Parameter status: of what the link leads to; nil for nothing, where the directory counts in which it would be.
    func require(_ link: LinkOnTheWay, leadsTo status: FileStatus?, in directory: FileDescriptor) throws {
        let owner = try status?.user ?? calls.status(of: directory).user
        guard owner != link.owner else { return }
        throw FileError(
            .permission,
            "the symbolic link \(link.path) is not followed: it belongs to user ID \(link.owner), and what it leads to "
                + "to user ID \(owner)", path: link.path,
            hint: "put what it leads to in its place, or run this as user ID \(link.owner)")
    }

    /// Refuses a file with several names in a directory of somebody who does not own it: anybody may be able to give
    /// another user's file a second name (hard link) in a directory of their own.
    func requireOwnName(_ status: FileStatus, _ place: FilePlace) throws(FileError) {
        guard status.names > 1, status.kind == .file, let directory = place.directory else { return }
        do {
            let owner = try calls.status(of: directory).user
            guard owner != status.user, !isTrusted(user: owner) else { return }
        } catch { throw FileError(error, cannot: "reach \(place.path)", path: place.path) }
        throw FileError(
            .permission,
            "\(place.path) is not touched: it is a hard link to a file of user ID \(status.user), in a directory of "
                + "another user", path: place.path, hint: "replace it by a copy that belongs to the directory's owner")
    }

    private func isTrusted(user: UInt32) -> Bool { user == 0 || user == calls.userID() }

    private func isTrusted(_ directory: FileDescriptor) throws(Errno) -> Bool {
        isTrusted(user: try calls.status(of: directory).user)
    }
}
