import Testing

@testable import LosslessYAML

/// What an edit makes of a text.
struct EditCase: Sendable, CustomTestStringConvertible {
    var name: String
    var input: String
    var operation: Operation
    var output: String

    init(_ name: String, _ input: String, _ operation: Operation, _ output: String) {
        self.name = name
        self.input = input
        self.operation = operation
        self.output = output
    }

    var testDescription: String { name }
}

/// Makes the edit, and once more on its result, which must then stay as it is.
func check(_ test: EditCase) {
    do {
        let document = try YAMLDocument(test.input)
        let change = try test.operation.apply(to: document)
        let text = String(decoding: change.document.bytes, as: UTF8.self)
        #expect(text == test.output, "\(test.name)")
        #expect(change.edits.applied(to: document.bytes) == change.document.bytes)
        if case .set = test.operation {
            #expect(try test.operation.apply(to: change.document).isEmpty, "\(test.name): a second time")
        }
    } catch {
        Issue.record("\(test.name): \(error)")
    }
}

/// `- x` items: numbers are existing ones.
func items(_ items: Any...) -> [SequenceItem] {
    items.map { item in
        if let index = item as? Int { .existing(index) } else { .new(.string(item as? String ?? "?")) }
    }
}
