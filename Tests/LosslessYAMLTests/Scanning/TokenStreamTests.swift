import TestSupport
import Testing

@testable import LosslessYAML

@Suite struct TokenStreamTests {
    /// Bytes that mean something to YAML, and some that must not be there.
    private static let telling =
        Array("\n\r\t #-:?[]{},&*!|>'\"%@`\\~<=.a1".utf8) + [
            0, 0x7F, 0xC2, 0x85, 0xE2, 0x80, 0xA8, 0xFF, 0xEF, 0xBB, 0xBF,
        ]

    @Test func `damaged texts are read as libyaml reads them or refused, and edited or refused`() {
        var inputs = SharedInputs.suite.map { Array($0.yaml.utf8) } + SharedInputs.corpus.map(\.bytes)
        var random = SeededGenerator(seed: Effort.seed)
        for _ in 0..<50 { inputs.append(RandomText.make(&random)) }
        for iteration in 0..<Effort.iterations {
            var random = SeededGenerator(seed: Effort.seed &+ UInt64(iteration))
            let bytes = Self.damaged(random.pick(inputs), &random)
            check(bytes, &random, iteration)
        }
    }

    private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<random.number(1...4) {
            let place = random.number(0...bytes.count)
            switch random.number(0...4) {
            case 0: bytes.insert(random.pick(telling), at: place)
            case 1 where place < bytes.count: bytes[place] = random.pick(telling)
            case 2 where place < bytes.count:
                bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...5)))
            case 3:
                bytes.insert(
                    contentsOf: bytes[place..<min(bytes.count, place + random.number(1...20))],
                    at: random.number(0...bytes.count))
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    private func check(_ bytes: [UInt8], _ random: inout SeededGenerator, _ iteration: Int) {
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        let document: YAMLDocument
        do { document = try YAMLDocument(bytes) } catch {
            let isOurs = error.code == .unsupported || error.message.hasPrefix("the alias ")
            #expect(isOurs || libyamlEvents(of: bytes) == nil, "\(iteration): \(error) \(text)")
            return
        }
        let ours = document.root.map { ["+DOC"] + events(of: $0) } ?? []
        #expect(ours == libyamlEvents(of: bytes), "\(iteration): \(text)")
        for _ in 0..<3 {
            let edit = RandomEdit.make(for: document, &random)
            if let problem = EditContract.violation(of: edit.operation, on: document) {
                Issue.record("\(iteration): \(problem)\n\(edit.operation)\n\(text)")
            }
        }
    }
}
