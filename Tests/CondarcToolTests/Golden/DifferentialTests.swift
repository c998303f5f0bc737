import Foundation
import LosslessJSON
import TestSupport
import Testing

/// `Fixtures/golden/differential.jsonl` holds what conda made of random configurations, channels and edits.
@Suite struct `Recordings of random configurations` {
    private static let fixtures = PackagePlaces.root + "/Fixtures/golden"

    @Test func `every recording agrees, but for the listed differences`() async throws {
        let (defaults, cases) = try #require(
            try DifferentialCase.all(inFileAt: Self.fixtures + "/differential.jsonl"))
        #expect(cases.count > 400)
        let listed = try KnownDifferences.reasons(inFileAt: Self.fixtures + "/differences.json")
        for (id, differences) in try await replayed(cases.filter(\.isForAnyone), defaults) {
            if let reason = listed[id] {
                #expect(!differences.isEmpty, "\(id) agrees now; it is listed as: \(reason)")
            } else {
                #expect(differences.isEmpty, "\(id)")
            }
        }
    }

    private func replayed(
        _ cases: [DifferentialCase], _ defaults: [String: JSONValue]
    ) async throws -> [(String, [String])] {
        try await withThrowingTaskGroup(of: [(String, [String])].self) { group in
            let lanes = 8
            for lane in 0..<lanes {
                group.addTask {
                    try stride(from: lane, to: cases.count, by: lanes).map {
                        (cases[$0].id, try DifferentialReplay.differences(from: cases[$0], defaults: defaults))
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}
