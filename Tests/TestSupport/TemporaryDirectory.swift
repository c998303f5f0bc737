import Foundation

/// A directory of one test's own, removed with it. Names are relative to it, or absolute; missing directories are made.
package final class TemporaryDirectory: Sendable {
    /// Without symbolic links, so that a path in a message is the one that was given.
    package let path: String

    package init() throws {
        path =
            URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path + "/test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // What a test made unreadable must not stay behind.
        for name in names { chmod("\(path)/\(name)", 0o700) }
        try? FileManager.default.removeItem(atPath: path)
    }

    package func callAsFunction(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

    /// - Parameters:
    ///   - mode: of the file.
    ///   - directoryMode: of the directories that are made for it.
    package func write(
        _ bytes: some Sequence<UInt8>, to name: String, mode: Int = 0o644, directoryMode: Int = 0o755
    ) throws {
        let file = URL(fileURLWithPath: self(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: directoryMode])
        try Data(bytes).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    package func write(_ text: String, to name: String, mode: Int = 0o644, directoryMode: Int = 0o755) throws {
        try write(text.utf8, to: name, mode: mode, directoryMode: directoryMode)
    }

    /// A file's bytes; nil where there is none.
    package func bytes(of name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: self(name)).map { [UInt8]($0) }
    }

    /// A file's text; nil where there is none.
    package func text(of name: String) -> String? { bytes(of: name).map { String(decoding: $0, as: UTF8.self) } }

    /// Permission bits; nil where there is nothing.
    package func mode(of name: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: self(name)))?[.posixPermissions] as? Int
    }

    /// All names, hidden ones too, sorted.
    package var names: [String] { names(in: path) }

    /// The names in a directory below, hidden ones too, sorted.
    package func names(in directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: self(directory))) ?? []).sorted()
    }

    package func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    }
}
