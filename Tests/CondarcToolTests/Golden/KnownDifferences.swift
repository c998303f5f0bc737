import Foundation
import LosslessJSON
import Testing

/// `differences.json`: the recordings that this program does not follow, each with the reason.
enum KnownDifferences {
    static func reasons(inFileAt path: String) throws -> [String: String] {
        let data = try #require(FileManager.default.contents(atPath: path))
        guard case .array(let groups)? = try JSONDocument(Array(data)).root.value["differences"] else { return [:] }
        var reasons: [String: String] = [:]
        for group in groups {
            for id in group["recordings"]?.texts ?? [] { reasons[id] = group["reason"]?.text ?? "" }
        }
        return reasons
    }
}
