import LosslessYAML
import TestSupport
import Testing

@testable import Condarc

/// Random edits of random files: the value is right, everything else is as it was, and a second run changes nothing.
@Suite struct CondarcEditorPropertyTests {
    @Test(arguments: 0..<400)
    func `an edit makes the value right and leaves all else`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let file = RandomConfiguration(&random)
        let edit = RandomListEdit(&random)
        let before = try YAMLDocument(file.text)
        var editor = try CondarcEditor(Array(file.text.utf8))
        try edit.run(&editor)
        let after = editor.document

        #expect(after.root?.value["channels"] == edit.expected(before.root?.value["channels"]), "\(file.text) \(edit)")
        for key in RandomConfiguration.otherKeys {
            #expect(after.root?.value[key] == before.root?.value[key], "\(key) in \(file.text) \(edit)")
        }
        let kept = Set(after.comments.map(\.text))
        for comment in before.comments where comment.isAloneOnLine {
            #expect(kept.contains(comment.text), "\(comment.text) in \(file.text) \(edit)")
        }
        #expect(
            hasMixedLineEnds(after.bytes) == false || hasMixedLineEnds(Array(file.text.utf8)), "\(file.text) \(edit)")

        var again = try CondarcEditor(after.bytes)
        try edit.run(&again)
        #expect(again.document.bytes == after.bytes, "\(file.text) \(edit)")
    }

    private func hasMixedLineEnds(_ bytes: [UInt8]) -> Bool {
        let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
        let pairs = feeds.filter { $0 > 0 && bytes[$0 - 1] == 0x0D }
        return !pairs.isEmpty && pairs.count < feeds.count
    }
}

/// A file in one of many styles.
struct RandomConfiguration {
    static let otherKeys = ["always_yes", "proxy_servers", "pinned_packages", "env_prompt"]

    let text: String

    init(_ random: inout SeededGenerator) {
        var sections = ["always_yes: yes  # ask\n", "proxy_servers:\n    http: http://p:1 # proxy\n    https: ~\n"]
        sections.append("env_prompt: |+\n  two\n\n  lines\n\n")
        sections.append("pinned_packages: [ 'python 3.12.*' , 3.10 ]\n")
        sections.append("# a note\n\n")
        sections.append("#- commented: out\n")
        sections = sections.filter { _ in Bool.random(using: &random) }
        if Int.random(in: 0...9, using: &random) > 0 { sections.append(RandomConfiguration.list(&random)) }
        sections.shuffle(using: &random)
        var text = sections.joined()
        if Bool.random(using: &random) { text = "# the head\n" + text }
        if Int.random(in: 0...4, using: &random) == 0 { text = "---\n" + text }
        if Int.random(in: 0...3, using: &random) == 0, text.hasSuffix("\n"), !text.hasSuffix("\n\n") {
            text.removeLast()
        }
        if Int.random(in: 0...3, using: &random) == 0 {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        }
        if Int.random(in: 0...5, using: &random) == 0 { text = "\u{FEFF}" + text }
        self.text = text
    }

    private static func list(_ random: inout SeededGenerator) -> String {
        let items = RandomListEdit.channels.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))
        let quoted = items.map { "'\($0)'" }
        let style = Int.random(in: 0...5, using: &random)
        if items.isEmpty { return ["channels:\n", "channels: []\n", "channels: ~ # none\n"][style % 3] }
        switch style {
        case 0: return "channels: [\(quoted.joined(separator: ", "))]  # flow\n"
        case 1: return "channels: [\n  \(quoted.joined(separator: ",  # item\n  "))\n]\n"
        case 2: return "channels: [\n    \(quoted.joined(separator: ",\n    ")),\n    # the end\n  ]\n"
        default:
            let indent = ["", "  ", "    "][style - 3]
            return "channels:  # where from\n"
                + quoted.enumerated().map { position, item in
                    let above = Int.random(in: 0...3, using: &random) == 0 ? "\(indent)# above \(position)\n" : ""
                    let beside = Int.random(in: 0...2, using: &random) == 0 ? "  #!top" : ""
                    let below = Int.random(in: 0...5, using: &random) == 0 ? "\n" : ""
                    return "\(above)\(indent)- \(item)\(beside)\n\(below)"
                }.joined()
        }
    }
}
