import LosslessYAML
import TestSupport
import Testing

@testable import Condarc

@Suite struct PolicyEditTests {
    private static let text = """
        # mine
        channels:
          - a # one
          - b
          - c # three
        custom_channels: {x: https://x.example, y: https://y.example}
        ssl_verify: true
        envs_dirs: [/e]

        """

    private static let edits: [PolicyEdit] = [
        .removeItem(key: "channels", "a"), .removeItem(key: "channels", "c"), .removeItem(key: "channels", "none"),
        .removeItem(key: "envs_dirs", "/e"), .append(key: "channels", ["b", "d"]),
        .append(key: "envs_dirs", ["/f"]), .unset("custom_channels.x"), .unset("custom_channels"),
        .unset("verify_ssl"), .set(key: "custom_channels.z", .string("https://z.example")),
        .set(key: "channels", .sequence([.string("n")])), .set(key: "offline", true),
        .pin(key: "ssl_verify", false), .pin(key: "channels", .sequence([.string("p")])),
    ]

    private func text(after edits: [PolicyEdit], of text: String) throws -> String {
        String(decoding: try PolicyEdit.apply(edits[...], to: Array(text.utf8)), as: UTF8.self)
    }

    @Test func `edits made together leave what they leave one after another`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            let edits = (0..<random.number(1...5)).map { _ in random.pick(Self.edits) }
            let inTurn = try edits.reduce(Self.text) { try text(after: [$1], of: $0) }
            let together = try text(after: edits, of: Self.text)
            // The text may keep a layout that the edits between would have lost; what it means is the same.
            #expect(
                try YAMLDocument(together).root?.value == YAMLDocument(inTurn).root?.value, "\(edits): \(together)")
        }
    }

    @Test func `items go at once, and what is not there changes nothing`() throws {
        let gone = try text(after: Array(Self.edits[..<3]), of: Self.text)
        #expect(gone == Self.text.replacing("  - a # one\n", with: "").replacing("  - c # three\n", with: ""))
        #expect(try text(after: [.removeItem(key: "channels", "none")], of: Self.text) == Self.text)
    }

    @Test func `where one edit fails, nothing is changed`() throws {
        #expect(throws: CondarcError.self) {
            try text(after: [.unset("channels"), .append(key: "custom_channels", ["a"])], of: Self.text)
        }
    }
}
