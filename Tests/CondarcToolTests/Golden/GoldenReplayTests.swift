import Foundation
import LosslessJSON
import TestSupport
import Testing

/// `Fixtures/golden` holds what `conda config` did, and `differences.json` where this program does otherwise, and why.
@Suite struct `Recordings of conda config` {
    private static let fixtures = PackagePlaces.root + "/Fixtures/golden"

    @Test func `every recording agrees, but for the listed differences`() async throws {
        let cases = try #require(try RecordedCase.all(inFileAt: Self.fixtures + "/recordings.jsonl"))
        try await check(cases)
        let known = Set(cases.map(\.id))
        let unused = Set(try KnownDifferences.reasons(inFileAt: Self.fixtures + "/differences.json").keys).subtracting(
            known)
        #expect(unused.isEmpty, "listed differences of no recording: \(unused.sorted())")
    }

    @Test func `so does every further recording beside the package`() async throws {
        let path = PackagePlaces.shared + "/golden/public.jsonl"
        guard let cases = try RecordedCase.all(inFileAt: path) else {
            print("skipped: there is no \(path)")
            return
        }
        let fixtures = try RecordedCase.all(inFileAt: Self.fixtures + "/recordings.jsonl") ?? []
        let known = Set(fixtures.map(\.id))
        try await check(cases.filter { !known.contains($0.id) })
    }

    private func check(_ cases: [RecordedCase]) async throws {
        let listed = try KnownDifferences.reasons(inFileAt: Self.fixtures + "/differences.json")
        // The superuser may read and write everything, whatever the modes.
        for (recorded, differences) in try await replayed(cases.filter { !$0.hasModes }) {
            if let reason = listed[recorded.id] {
                #expect(!differences.isEmpty, "\(recorded.id) agrees now; it is listed as: \(reason)")
            } else {
                #expect(differences.isEmpty, "\(recorded.id) \(recorded.arguments)")
            }
        }
    }

    /// Each case with what differs; several run at once, since most of the time goes into waiting for the disk.
    private func replayed(_ cases: [RecordedCase]) async throws -> [(RecordedCase, [String])] {
        try await withThrowingTaskGroup(of: [(RecordedCase, [String])].self) { group in
            let lanes = 8
            for lane in 0..<lanes {
                group.addTask {
                    try stride(from: lane, to: cases.count, by: lanes).map {
                        (cases[$0], try CaseReplay.differences(from: cases[$0]))
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}
