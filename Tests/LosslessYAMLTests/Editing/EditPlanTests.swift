import TestSupport
import Testing

@testable import LosslessYAML

@Suite struct EditPlanTests {
    @Test func `random edits of random texts keep the contract`() throws {
        var failures = 0
        for iteration in 0..<Effort.iterations where failures < 10 {
            var random = SeededGenerator(seed: Effort.seed &+ UInt64(iteration))
            let bytes = RandomText.make(&random)
            let document: YAMLDocument
            do { document = try YAMLDocument(bytes) } catch {
                // The generator aims at what libyaml accepts, and misses rarely.
                #expect(
                    libyamlEvents(of: bytes) == nil || error.code == .unsupported
                        || error.message.hasPrefix("the alias "), "\(iteration): \(error)")
                continue
            }
            for attempt in 0..<4 {
                let edit =
                    attempt < 3
                    ? RandomEdit.make(for: document, &random) : RandomEdit.makeSeveral(for: document, &random)
                if let problem = EditContract.violation(of: edit.operation, on: document) {
                    failures += 1
                    Issue.record(
                        "\(iteration): \(problem)\n\(edit.operation)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
                    )
                }
            }
        }
    }
}
