import Testing

@testable import LosslessYAML

/// A text that must not be read.
struct RefusedText: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: YAMLError.Code
    var location: LosslessYAML.SourceLocation?
    var words: String

    init(_ name: String, _ bytes: [UInt8], _ code: YAMLError.Code, _ line: Int, _ column: Int, _ words: String) {
        self.name = name
        self.bytes = bytes
        self.code = code
        location = line > 0 ? LosslessYAML.SourceLocation(line: line, column: column) : nil
        self.words = words
    }

    init(_ text: String, _ code: YAMLError.Code, _ line: Int, _ column: Int, _ words: String) {
        self.init(text.prefix(40).debugDescription, Array(text.utf8), code, line, column, words)
    }

    var testDescription: String { name }

    /// Holds that it is refused, with its place and words, and a hint.
    func check() {
        do {
            _ = try YAMLDocument(bytes)
            Issue.record("\(name): was read")
        } catch {
            #expect(error.code == code, "\(name): \(error)")
            #expect(error.location == location, "\(name): \(error)")
            #expect(error.message.contains(words), "\(name): \(error)")
            #expect(error.hint != nil, "\(name): \(error)")
        }
    }
}
