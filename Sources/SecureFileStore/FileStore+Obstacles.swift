import HostPlatform

extension FileStore {
    /// What keeps a file of secrets, which is not there, from being made there; nil where nothing is known to. A rehearsal
    /// asks for it too, so that it refuses what the write would.
    package func obstacle(toMaking path: String) -> FileError? {
        missingHome(path) ?? linkToNothing(at: path)
    }

    /// A user's home is made with the user, and never for a file.
    private func missingHome(_ path: String) -> FileError? {
        let target = (try? resolve(path))?.path ?? path
        let names = platform.parent(of: target).utf8.split(separator: UInt8(ascii: "/"))
        guard names.count > 1, target.hasPrefix("/"), names[1].first != UInt8(ascii: "."),
            names[0].elementsEqual("home".utf8) || names[0].elementsEqual("Users".utf8)
        else { return nil }
        let home = "/\(String(names[0]) ?? "")/\(String(names[1]) ?? "")"
        guard (try? metadata(home)) == nil else { return nil }
        return FileError(
            .notFound, "there is no directory \(home), so \(path) is in no user's home", path: path,
            hint: "is the name right? A home is made with its user, and not for a file")
    }

    /// Why no directory is made for a file that is not there: a link on its path leads into one that is missing, most
    /// likely of a disk that is not mounted, which would hide what was made. Nil where none does.
    package func linkToNothing(at path: String) -> FileError? {
        var link = path
        do {
            while try status(of: link, in: .workingDirectory) == nil {
                let parent = platform.parent(of: link)
                guard parent != link else { return nil }
                link = parent
            }
            let (target, found) = try resolve(link)
            let directory = link == path ? platform.parent(of: target) : target
            guard found == nil, try metadata(directory) == nil else { return nil }
            return FileError(
                .notFound, "\(link) is a link to \(target), and there is no directory \(directory)", path: path,
                hint: "is it mounted? A link that is not needed any more can be removed")
        } catch { return nil }
    }
}
