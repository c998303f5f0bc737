import Foundation
import LosslessYAML
import TestSupport
import Testing

@testable import Condarc

@Suite struct `Remedies` {
    @Test(
        arguments: [
            ("did you mean '\(name: "channels")'?", "channels"), ("write \(word: "conda-forge")", "conda-forge"),
            ("write `\(line: "channels: [a, b]")`", "channels: [a, b]"), ("write `\(line: "channels: [ITEM]")`", nil),
            ("write \(word: "a b")", nil), ("write conda-forge", nil), ("remove it", nil),
        ] as [(Advice, String?)])
    func `are what advice proposes and leaves no gap in`(advice: Advice, text: String?) {
        #expect(Remedy(advice)?.text == text)
    }

    @Test(
        arguments: [
            ("channels:\n  - anaconda.org/bioconda\n", "write bioconda"),
            ("channels:\n  - https//anaconda.org/bioconda\n", "write bioconda"),
            ("channels: @bioconda\n", "write `channels: [bioconda]`"),
            ("channels:\n  - **bioconda**\n", "write bioconda"),
            ("channels:\n  - [conda-forge](https://conda-forge.org)\n", "write conda-forge"),
            ("channels:\n  - a\n  - b: 2\n  - 'c:strict'\n", "write `channels: [a, b, c]`"),
            ("channels: [a]\nconda config --add channels b\n", "such a key stands in line 1 already: write it there"),
            ("channels: https://anaconda.org/bioconda\n", "write `channels: [bioconda]`"),
        ])
    func `that would be found fault with give way to what is said of them`(text: String, hint: String) throws {
        #expect(try CheckingText().findings(text).first?.hint == hint)
    }

    @Test func `are left alone where a file is long`() throws {
        let long = "#" + String(repeating: " long", count: 10000) + "\nchannels:\n  - **bioconda**\n"
        #expect(try CheckingText().findings(long).first?.hint != "write bioconda")
    }

    @Test func `of all mistakes leave nothing to find in their place`() throws {
        let table = try String(contentsOfFile: PackagePlaces.root + "/Fixtures/mistakes.jsonl", encoding: .utf8)
        let checker = try CheckingText().checker()
        var followed = 0
        for line in table.split(separator: "\n") {
            let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard let words = row?["arguments"] as? [String], words.prefix(2) == ["condarc-tool", "check"],
                let files = row?["files"] as? [String: String]
            else { continue }
            for text in files.values {
                let bytes = Array(text.utf8)
                let findings = checker.findings(path: "f", bytes: bytes)
                for finding in findings {
                    guard let remedy = finding.advice.flatMap(Remedy.init),
                        let after = remedy.followed(for: finding, in: bytes)
                    else { continue }
                    followed += 1
                    let fault = checker.fault(
                        in: after.range, of: after.bytes, besides: findings, "f", .init(), CheckMemory())
                    #expect(fault == nil, "\(text): \(finding.hint ?? "")")
                }
            }
        }
        #expect(followed > 100)
    }
}
