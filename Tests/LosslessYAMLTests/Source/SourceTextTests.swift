import Testing

@testable import LosslessYAML

@Suite struct SourceTextTests {
    @Test func `lines and columns count code points from 1`() throws {
        let source = try YAMLDocument("\u{FEFF}é: ü\r\n𝄞: x\rb: 1\u{2028}c: 2").source
        #expect(source.location(at: 3) == LosslessYAML.SourceLocation(line: 1, column: 1))
        #expect(source.location(at: 7) == LosslessYAML.SourceLocation(line: 1, column: 4))
        #expect(source.location(at: 17) == LosslessYAML.SourceLocation(line: 2, column: 4))
        #expect(source.location(at: 1_000_000) == LosslessYAML.SourceLocation(line: 4, column: 5))
        #expect(source.lineCount == 4)
    }

    @Test(arguments: ["", "\u{FEFF}"])
    func `columns of a long line count characters, not bytes`(mark: String) throws {
        let source = try YAMLDocument(mark + "# first\n# " + String(repeating: "aé𝄞", count: 300)).source
        let lineStart = mark.utf8.count + 8
        for offset in lineStart...source.bytes.count {
            let characters = source.bytes[lineStart..<offset].filter { $0 & 0xC0 != 0x80 }.count
            #expect(
                source.location(at: offset) == LosslessYAML.SourceLocation(line: 2, column: characters + 1))
        }
    }
}
