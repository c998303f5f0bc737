import TestSupport
import Testing

@testable import LosslessYAML

@Suite struct YAMLDocumentEditingTests {
    @Test(.enabled(if: !SharedInputs.suite.isEmpty, "the YAML test suite is not beside the package"))
    func `every text of the suite survives edits of each kind`() {
        for test in SharedInputs.suite { checkEdits(of: Array(test.yaml.utf8), test.id) }
    }

    @Test(.enabled(if: !SharedInputs.corpus.isEmpty, "the corpus is not beside the package"))
    func `every real configuration survives edits of each kind`() throws {
        for file in SharedInputs.corpus {
            _ = try YAMLDocument(file.bytes)
            checkEdits(of: file.bytes, file.name)
        }
    }

    private func checkEdits(of bytes: [UInt8], _ name: String) {
        guard let document = try? YAMLDocument(bytes) else { return }
        var random = SeededGenerator(seed: UInt64(bytes.count))
        for _ in 0..<60 {
            let edit = RandomEdit.make(for: document, &random)
            if let problem = EditContract.violation(of: edit.operation, on: document) {
                Issue.record(
                    "\(name): \(problem)\n\(edit.operation)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
                )
                return
            }
        }
    }

    @Test func `an edit of a key that stands twice names both places`() throws {
        let document = try YAMLDocument("a: 1\né: 2\né: 3\n")
        let error = try #require(throws: YAMLError.self) { try document.setting(4, at: "é") }
        func span(_ line: Int) -> SourceSpan {
            SourceSpan(
                LosslessYAML.SourceLocation(line: line, column: 1),
                to: LosslessYAML.SourceLocation(line: line, column: 2))
        }
        #expect(error.location == span(3).start && error.end == span(3).end)
        #expect(error.related == YAMLError.Related("first here", span(2)))
    }
}
