import CommandLineKit
import Condarc
import LosslessYAML
import SecureFileStore
import Testing

@testable import CondaSession

@Suite struct CommandErrorTests {
    private static let text = "channels: [a]\nssl_verify: [\n"

    @Test(
        arguments: [
            (CondarcError(.badValue, "no"), .invalid),
            (CondarcError(.unknownParameter, "no", key: "chanels"), .invalid),
            (CondarcError(.aliasConflict, "no"), .conflict),
            (CondarcError(.contradiction, "no"), .conflict), (CondarcError(.unreadable, "no"), .io),
            (CondarcError(.syntax, "no"), .syntax),
        ] as [(CondarcError, CommandError.Code)])
    func `an error of a configuration keeps its kind`(error: CondarcError, code: CommandError.Code) {
        #expect(CommandError(error).code == code)
    }

    @Test func `an unknown parameter has a hint, whoever threw it`() {
        #expect(
            CommandError(CondarcError(.unknownParameter, "no", key: "chanels")).hint
                == "did you mean 'channels'?")
        #expect(
            CommandError(CondarcError(.unknownParameter, "no", key: "zzzzzz")).hint
                == "see 'condarc-tool describe'")
        #expect(
            CommandError(CondarcError(.unknownParameter, "no", key: "chanels", hint: "own")).hint == "own")
    }

    @Test func `a value of the command line has no place in the file`() {
        #expect(CommandError(CondarcError(.badValue, "no"), path: "/f").path == nil)
        let placed = CondarcError(.badValue, "no", at: SourceLocation(line: 2, column: 3))
        #expect(CommandError(placed, path: "/f").path == "/f" && CommandError(placed, path: "/f").line == 2)
    }

    @Test(arguments: [
        (FileError(.permission, "no", path: "/f"), CommandError.Code.permission),
        (FileError(.locked, "no", path: "/f"), .locked), (FileError(.changed, "no", path: "/f"), .locked),
        (FileError(.tooLarge, "no", path: "/f"), .refused), (FileError(.notFound, "no", path: "/f"), .io),
        (FileError(.loop, "no", path: "/f"), .io),
    ])
    func `an error of a file has one of the words of the command line`(error: FileError, code: CommandError.Code) {
        let told = CommandError(translating: error)
        #expect(told?.code == code && told?.path == "/f")
    }

    @Test func `the lines that an error is about are shown, with its end`() throws {
        let bytes = Array(Self.text.utf8)
        let error = try #require(throws: YAMLError.self) { try YAMLDocument(bytes) }
        let told = try #require(CommandError(translating: error, path: "/f", text: bytes))
        #expect(told.code == .syntax && told.path == "/f" && told.excerpt != nil)
        let value = CondarcError(.badValue, "no", at: SourceLocation(line: 1, column: 1))
        #expect(CommandError(translating: value, path: "/f", text: bytes)?.end.map { [$0.line, $0.column] } == [1, 9])
        // Not where the text is another file's.
        let other = CondarcError(.badValue, "no", path: "/g", at: SourceLocation(line: 1, column: 1))
        #expect(CommandError(translating: other, path: "/f", text: bytes)?.excerpt == nil)
    }

    @Test func `of several errors the first has the others with it, and an unknown one is none`() {
        struct Unknown: Error {}
        #expect(CommandError(translating: Unknown()) == nil)
        let own = CommandError(.usage, "no")
        #expect(CommandError(translating: own)?.message == "no")
    }
}
