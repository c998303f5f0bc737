import Foundation
import TestSupport
import Testing

/// A case of the YAML test suite.
struct SuiteCase: Decodable, CustomTestStringConvertible {
    var id: String
    var name: String
    var yaml: String
    var json: String?
    var error: Bool

    var testDescription: String { "\(id): \(name)" }
}

/// The inputs that live beside the package; empty where they are missing.
enum SharedInputs {
    private static let folder = URL(filePath: PackagePlaces.shared)

    static let suite: [SuiteCase] = {
        guard let text = try? Data(contentsOf: folder.appending(path: "yaml-test-suite/cases.jsonl")) else { return [] }
        return text.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(SuiteCase.self, from: Data($0))
        }
    }()

    /// Real configuration files by name.
    static let corpus: [(name: String, bytes: [UInt8])] = {
        let corpus = folder.appending(path: "corpus")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
        return names.sorted().filter { !$0.hasSuffix(".md") }.compactMap { name in
            (try? Data(contentsOf: corpus.appending(path: name))).map { (name, [UInt8]($0)) }
        }
    }()
}
