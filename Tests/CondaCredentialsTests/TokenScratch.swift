import CondaCredentials
import Foundation

/// A directory of one test's own, removed with it, for stores.
final class TokenScratch: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var keyring: KeyringStore { KeyringStore(path: path + "/.anaconda/keyring") }
    var condaTokens: CondaTokenStore { CondaTokenStore(directory: path + "/.config/binstar") }

    func write(_ bytes: [UInt8], to file: String, mode: Int = 0o600) throws {
        let directory = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }

    func bytes(of file: String) -> [UInt8]? { FileManager.default.contents(atPath: file).map { Array($0) } }

    func mode(of file: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: file))?[.posixPermissions] as? Int
    }

    func names(in directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }
}

extension TokenAddress {
    static func org(_ org: String?, domain: String = "anaconda.com") -> TokenAddress {
        .repoToken(domain: domain, org: org)
    }
}

extension StoredToken {
    /// `domain/org=token` and the like, in the clear: for comparisons.
    var summary: String {
        let place = url ?? (kind == .apiKey ? "\(domain ?? "")/key" : "\(domain ?? "")/\(org ?? "-")")
        return secret.withRevealed { "\(place)=\($0)" }
    }
}
