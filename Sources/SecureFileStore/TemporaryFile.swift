import HostPlatform

/// The names of files that are written beside a target before they take its place.
enum TemporaryName {
    static let suffix = ".condarc-toolkit-tmp"
    private static let digits = 16
    /// Bytes of the target's name that are kept, so that the whole stays below every file system's limit.
    private static let mostNameBytes = 64

    /// `.NAME.0123456789abcdef.condarc-toolkit-tmp`
    static func make(for name: String, random: UInt64) -> String {
        let hex = String(random, radix: 16)
        let padded = String(repeating: "0", count: digits - hex.utf8.count) + hex
        return ".\(name.cut(toBytes: mostNameBytes)).\(padded)\(suffix)"
    }

    /// Whether a name has that form: a leading dot, a suffix of ours, and the digits before it.
    static func matches(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let stem = bytes.dropLast(suffix.utf8.count)
        guard bytes.first == UInt8(ascii: "."), bytes.count > suffix.utf8.count + digits + 2,
            bytes[stem.endIndex...].elementsEqual(suffix.utf8)
        else { return false }
        let hex = stem.suffix(digits)
        return bytes[hex.startIndex - 1] == UInt8(ascii: ".")
            && hex.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}

extension String {
    /// The longest beginning of whole Unicode scalars with at most this many UTF-8 bytes.
    fileprivate func cut(toBytes most: Int) -> Substring {
        var end = unicodeScalars.startIndex
        var bytes = 0
        for scalar in unicodeScalars {
            bytes += UTF8.width(scalar)
            guard bytes <= most else { break }
            end = unicodeScalars.index(after: end)
        }
        return self[..<end]
    }
}

extension FileStore {
    /// Creates a file beside a target, readable and writable by nobody but this user.
    ///
    /// - Throws: `permission` where the directory may not be written, and `io`.
    func createTemporaryFile(
        beside target: String, in directory: String
    ) throws(FileError) -> (path: String, descriptor: FileDescriptor) {
        let name = platform.baseName(of: target)
        // A clash of random numbers is next to impossible; a few tries end it even then.
        for _ in 0..<8 {
            let temporary = TemporaryName.make(for: name, random: calls.random())
            let path = platform.join(directory, temporary)
            do {
                return (path, try calls.open(path, .create, mode: .secretFile))
            } catch .exists {
                continue
            } catch {
                throw FileError(
                    error, cannot: "write in the directory \(directory)", path: target,
                    hint: error.isPermission
                        ? "a file is replaced as a whole, which needs the right to write in its directory" : nil)
            }
        }
        throw FileError(.exists, cannot: "write in the directory \(directory)", path: target)
    }

    /// Removes what killed processes left in a directory. Only for one who holds its lock: nobody else is writing then.
    func removeAbandonedFiles(in directory: String) {
        // A left file does no harm, so neither does a failure here.
        guard let names = try? calls.names(inDirectory: directory) else { return }
        for name in names where TemporaryName.matches(name) {
            let path = platform.join(directory, name)
            guard (try? calls.status(at: path))?.kind == .file else { continue }
            try? calls.unlink(path)
        }
    }
}
