import LosslessYAML
import Testing

@testable import Condarc

@Suite struct YAMLDocumentConfigurationTests {
    private func error(_ text: String) throws -> CondarcError? {
        let document = try YAMLDocument(text)
        do throws(CondarcError) {
            try document.checkIsConfiguration()
            return nil
        } catch { return error }
    }

    @Test(arguments: ["", "# a\n", "~\n", "{}\n", "a: 1\n", "a: &x {b: 1}\nc: *x\n"])
    func `nothing, and a map, are configurations`(text: String) throws { #expect(try error(text) == nil) }

    @Test(arguments: [
        ("- a\n", "a list stands"), ("word\n", "a single value stands"), ("5\n", "a single value stands"),
    ])
    func `anything else is none`(text: String, start: String) throws {
        let found = try error(text)
        #expect(
            found?.code == .badType && found?.line == 1 && found?.description.hasPrefix(start) == true,
            "\(found?.description ?? "-")")
    }

    @Test func `a token in the place of a file is told, and not shown`() throws {
        let found = try error("made-up-token-0123456789\n")
        #expect(
            found?.hint == "what is in it looks like a token: is it the right file?"
                && found?.description.contains("made-up") == false)
    }

    @Test(arguments: [
        ("a: 1\na: 2\n", "keep one of them: line 2 has the other"),
        ("a: [1]\na: [2]\n", "put the items of both together at line 1, and take line 2 away with its items"),
        (
            "a: {b: 1}\nc: 1\na: {d: 1}\n",
            "put the entries of both together at line 1, and take line 3 away with its entries"
        ), ("a: [1]\na: 2\n", "keep one of them: line 2 has the other"),
    ])
    func `a key that stands twice is told with both places`(text: String, hint: String) throws {
        let found = try error(text)
        #expect(found?.code == .syntax && found?.key == "a" && found?.related?.span.start.line == 1)
        #expect(found?.hint?.replacing("line 1 has", with: "line 2 has") == hint)
    }
}
