import Foundation
import LosslessYAML
import Testing

@testable import Condarc

/// `Fixtures/flags.jsonl` holds made-up files and the flags that conda sees in them, each by the place that it marks.
@Suite struct `Flags in files` {
    private struct Recorded: Decodable {
        let text: String
        let flags: [String: String]
    }

    @Test func `conda's flags are seen where it sees them, and no others`() throws {
        var package = #filePath as NSString
        for _ in 0..<4 { package = package.deletingLastPathComponent as NSString }
        let data = try #require(FileManager.default.contents(atPath: "\(package)/Fixtures/flags.jsonl"))
        let recordings = try data.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Recorded.self, from: $0)
        }
        #expect(recordings.count >= 100)
        for recorded in recordings {
            let source = SourceReader.source(path: "f", bytes: Array(recorded.text.utf8))
            #expect(source.failure == nil)
            var seen: [String: String] = [:]
            for setting in source.settings { collect(setting.value, at: setting.key, &seen) }
            #expect(seen == recorded.flags, "\(recorded.text)")
        }
    }

    private func collect(_ value: TracedValue, at place: String, _ seen: inout [String: String]) {
        if let flag = value.flag { seen[place] = flag.rawValue }
        for (index, item) in (value.items ?? []).enumerated() { collect(item, at: "\(place)[\(index)]", &seen) }
        for entry in value.entries ?? [] { collect(entry.value, at: "\(place).\(entry.key.pythonText)", &seen) }
    }

    @Test(arguments: [
        ("#!final", Flag.final), ("#final", .final), ("##!top!", .top), ("#!bottom#", .bottom),
        ("# !top", nil), ("#!Top", nil), ("#!top x", nil), ("#!important", nil), ("#", nil), ("#!", nil),
    ])
    func `a comment is a flag if it is all that it is`(_ comment: String, _ flag: Flag?) {
        #expect(Flag(comment: comment) == flag)
    }
}
