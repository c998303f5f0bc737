import Testing

@testable import CommandLineKit

@Suite struct InputStreamTests {
    /// A stream of pieces, as a pipe gives them.
    private func stream(_ pieces: [String]) -> CommandLineKit.InputStream {
        let source = Pieces(pieces)
        return InputStream { source.next($0) }
    }

    private final class Pieces: @unchecked Sendable {
        private var rest: [[UInt8]]

        init(_ pieces: [String]) { rest = pieces.map { Array($0.utf8) } }

        func next(_ count: Int) -> [UInt8] {
            guard let first = rest.first else { return [] }
            rest[0] = Array(first.dropFirst(count))
            if rest[0].isEmpty { rest.removeFirst() }
            return Array(first.prefix(count))
        }
    }

    @Test func `all is read to the end, and a limit is one`() throws {
        #expect(try stream(["ab", "c"]).readAll(limit: 3) == Array("abc".utf8))
        #expect(try stream([]).readAll(limit: 0) == [])
        let error = #expect(throws: CommandError.self) { try stream(["ab", "cd"]).readAll(limit: 3) }
        #expect(error?.code == .refused)
    }

    @Test func `a line is taken, and what follows is not`() throws {
        let input = stream(["yes\nno", "body"])
        var asked = 0
        #expect(try input.readLine { asked += 1 } == "yes")
        #expect(try input.readAll(limit: 100) == Array("nobody".utf8))
        #expect(try input.readLine { asked += 1 } == nil && asked == 2)
        #expect(try stream(["\n"]).readLine {} == "")
    }

    @Test func `what cannot be read is an error, and where there is no terminal nothing is hidden`() throws {
        let broken = InputStream { _ throws(StreamError) in throw StreamError("no") }
        #expect(try #require(throws: CommandError.self) { try broken.readAll(limit: 1) }.code == .io)
        #expect(try #require(throws: CommandError.self) { try broken.readLine {} }.code == .io)
        #expect(try stream(["x"]).readHiddenLine { true } == nil)
    }
}
