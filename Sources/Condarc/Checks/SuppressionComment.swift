/// The words of one comment.
struct SuppressionComment {
    let isForFile: Bool
    /// Nil for all rules.
    let rules: [Name]?

    struct Name {
        let text: String
        /// UTF-8 byte offsets in the comment.
        let range: Range<Int>
    }

    static let mark = "condarc-tool:"

    /// Nil for any other comment.
    init?(_ text: String) {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        var rest = Array(text.utf8).drop { $0 == UInt8(ascii: "#") || isBlank($0) }
        guard rest.starts(with: Self.mark.utf8) else { return nil }
        rest = rest.dropFirst(Self.mark.utf8.count).drop(while: isBlank)
        let word = rest.prefix { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
        switch String(decoding: word, as: UTF8.self) {
        case "ignore": isForFile = false
        case "ignore-file": isForFile = true
        default: return nil
        }
        rest = rest.dropFirst(word.count)
        guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) else {
            rules = nil
            return
        }
        rules = rest[..<end].dropFirst().split { $0 == UInt8(ascii: ",") || isBlank($0) }
            .map { Name(text: String(decoding: $0, as: UTF8.self), range: $0.indices) }
    }
}
