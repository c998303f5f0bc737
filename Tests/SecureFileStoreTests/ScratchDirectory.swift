import Foundation
import SecureFileStore

/// A directory of one test's own, removed with it.
final class ScratchDirectory: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String, mode: Int = 0o644) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self(name))
    }

    func text(of name: String) -> String? {
        FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    func mode(of name: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: self(name)))?[.posixPermissions] as? Int
    }

    /// All names, hidden ones too, sorted.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    }
}

extension FileUpdate {
    var text: String { String(decoding: after, as: UTF8.self) }
}

extension FileStore {
    /// Replaces a file by a text.
    @discardableResult
    func put(_ text: String, _ path: String, policy: FilePolicy = .ordinary) throws -> FileUpdate {
        try update(path, policy: policy) { _ in Array(text.utf8) }
    }
}
