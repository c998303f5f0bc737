extension FileStore {
    /// Refuses a place that a file of settings names which belongs to another user, unless that user owns what is there:
    /// a setting is no other way to a file than a link.
    ///
    /// - Parameter settings: the file of settings.
    /// - Throws: `permission`, and what `metadata` throws.
    package func requireTrusted(_ path: String, namedBy settings: String) throws(FileError) {
        guard let author = try metadata(settings)?.user, author != 0, author != calls.userID() else { return }
        var place = path
        while true {
            if let found = try metadata(place) {
                if found.user == author, found.kind == .directory || found.status.names == 1 { return }
                throw FileError(
                    .permission,
                    "\(path) is not touched: the settings of user ID \(author) name it, and \(place) is not only theirs",
                    path: path, hint: "run this as user ID \(author), or name the place with --keyring")
            }
            let parent = directory(of: place)
            guard parent != place else { return }
            place = parent
        }
    }
}
