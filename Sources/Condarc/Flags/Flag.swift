import CondaURL

/// A word in a comment that changes how conda merges what it marks.
package enum Flag: String, Hashable, Sendable, CaseIterable {
    /// Stronger sources do not count.
    case final
    /// The item goes before all others.
    case top
    /// The item goes after all others.
    case bottom

    /// The flag that a comment is, all of it: conda drops any `!` and `#` at its ends.
    ///
    /// Source: conda.common.configuration, `ParameterFlag.from_string`.
    package init?(comment: some StringProtocol) {
        let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") }
        var text = Array(String(comment).strippedAsPython.utf8)[...]
        text = text.drop(while: isMark)
        while let last = text.last, isMark(last) { text.removeLast() }
        self.init(rawValue: String(decoding: text, as: UTF8.self))
    }
}
