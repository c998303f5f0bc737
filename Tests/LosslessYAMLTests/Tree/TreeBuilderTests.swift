import CLibYAML
import Foundation
import Testing

@testable import LosslessYAML

@Suite(.enabled(if: !SharedInputs.suite.isEmpty, "the YAML test suite is not beside the package"))
struct TreeBuilderTests {
    @Test func `the tree has the events of libyaml's own parser, and refuses what that refuses`() throws {
        for test in SharedInputs.suite {
            let bytes = Array(test.yaml.utf8)
            let theirs = libyamlEvents(of: bytes)
            do {
                let document = try YAMLDocument(bytes)
                let ours = document.root.map { ["+DOC"] + events(of: $0) } ?? []
                #expect(ours == theirs, "\(test.id)")
            } catch {
                let isOurs = error.code == .unsupported || error.message.hasPrefix("the alias ")
                #expect(theirs == nil || isOurs, "\(test.id): \(error)")
                #expect(error.location != nil, "\(test.id)")
            }
        }
    }

    @Test func `between tokens there are only blanks, line breaks and comments`() throws {
        for test in SharedInputs.suite {
            let bytes = Array(test.yaml.utf8)
            guard let source = try? SourceText(bytes) else { continue }
            try bytes.withUnsafeBufferPointer { buffer in
                var stream = try TokenStream(source: source, bytes: buffer)
                var covered = [Bool](repeating: false, count: bytes.count)
                do {
                    while stream.type != YAML_STREAM_END_TOKEN {
                        for place in stream.start..<max(stream.start, stream.end) { covered[place] = true }
                        try stream.advance()
                    }
                } catch { return }
                for comment in stream.comments {
                    for place in Int(comment.start)..<Int(comment.end) { covered[place] = true }
                    #expect(bytes[Int(comment.start)] == UInt8(ascii: "#"), "\(test.id)")
                }
                let rest = String(decoding: bytes.indices.filter { !covered[$0] }.map { bytes[$0] }, as: UTF8.self)
                #expect(rest.allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" }, "\(test.id): \(rest)")
            }
        }
    }

    @Test func `values are those of the suite's JSON`() throws {
        for test in SharedInputs.suite {
            guard let json = test.json, let document = try? YAMLDocument(Array(test.yaml.utf8)) else { continue }
            guard let expected = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
            else { continue }
            guard !Self.differences.keys.contains(test.id) else { continue }
            let value = document.root?.value ?? .null
            #expect(Self.plain(value) == Self.plain(expected), "\(test.id): \(value)")
        }
    }

    /// Where the JSON says something else, and why we agree with libyaml or ruamel.yaml instead.
    static let differences = [
        "652Z": "libyaml reads ? inside braces as the mark of a key",
        "HM87/01": "libyaml reads ? inside brackets as the mark of a key",
        "DK95/01": "the JSON drops the second line; libyaml folds it",
        "JEF9/02": "libyaml adds no line break to a last line of blanks",
        "L24T/01": "libyaml adds no line break to a last line without one",
        "Y2GN": "libyaml ends the name of an anchor at the colon",
    ]

    private static func plain(_ value: YAMLValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let value): value.digits
        case .float(let value): value == value.rounded() ? "\(Int(value))" : "\(value)"
        case .string(let value): "\"\(value)\""
        case .sequence(let items): "[" + items.map(plain).joined(separator: ",") + "]"
        case .mapping(let pairs):
            "{"
                + pairs.map { pair in
                    let key = if case .string(let text) = pair.key { text } else { plain(pair.key) }
                    return "\"\(key == "null" ? "" : key)\":\(plain(pair.value))"
                }.sorted().joined(separator: ",") + "}"
        }
    }

    private static func plain(_ object: Any) -> String {
        switch object {
        case is NSNull: "null"
        case let number as NSNumber where CFGetTypeIDIsBoolean(number): "\(number.boolValue)"
        case let number as NSNumber:
            number.doubleValue == number.doubleValue.rounded()
                ? "\(number.int64Value)" : "\(number.doubleValue)"
        case let text as String: "\"\(text)\""
        case let items as [Any]: "[" + items.map { plain($0) }.joined(separator: ",") + "]"
        case let pairs as [String: Any]:
            "{" + pairs.map { "\"\($0.key)\":\(plain($0.value))" }.sorted().joined(separator: ",") + "}"
        default: "?"
        }
    }

    private static func CFGetTypeIDIsBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
