package import Foundation

/// Where the package is, and the material that may lie beside it.
package enum PackagePlaces {
    /// The directory of `Package.swift`.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Recordings and real files; not everyone who has the package has them.
    package static let shared = root + "/../shared"

    /// The bytes of a file beside the package; nil, and a word about it, where it is missing.
    package static func sharedFile(_ name: String) -> Data? {
        let data = FileManager.default.contents(atPath: "\(shared)/\(name)")
        if data == nil { print("skipped: ../shared/\(name) is not here") }
        return data
    }
}
