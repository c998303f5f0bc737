import Foundation
import TestSupport
import Testing

@testable import Condarc

private let corpus = PackagePlaces.shared + "/corpus"

@Suite(.enabled(if: FileManager.default.fileExists(atPath: corpus), "the real files are not here"))
struct `Checking real files` {
    @Test func `finds what conda no longer knows, and nothing else`() throws {
        let checker = try CheckingText().checker()
        for name in try FileManager.default.contentsOfDirectory(atPath: corpus) where name != "README.md" {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(corpus)/\(name)")))
            let text = String(decoding: bytes, as: UTF8.self)
            let removed = ["restore_free_channel", "allow_other_channels"].filter { text.contains("\n\($0):") }
            let findings = checker.findings(path: name, bytes: bytes)
            #expect(findings.map(\.rule) == removed.map { _ in "removed-parameter" }, "\(name)")
        }
    }
}
