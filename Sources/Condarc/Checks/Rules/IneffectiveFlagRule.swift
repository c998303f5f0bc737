import CondaURL
import HostPlatform
import LosslessYAML

package enum IneffectiveFlagRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "ineffective-flag", severity: .warning, summary: "a flag comment that conda does not see",
        rationale:
            "`#!final`, `#!top` and `#!bottom` count only if they are all there is in their comment, in lower case, "
            + "and if no other comment follows before the next key or item. A misspelt one is a comment like any other. A flag that is not seen protects nothing.",
        bad: "channel_priority: strict  #! final\n", good: "channel_priority: strict  #!final\n",
        fix: "takes blanks between `#`, `!` and the word away, and writes it in lower case")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard let document = subject.document else { return }
        for flag in subject.ineffectiveFlags {
            findings.add(
                Self.self, at: .init(document.source.span(of: flag.comment.range)),
                "this flag has no effect: \(flag.explanation)", hint: hint(flag.reason), fix: fix(flag))
        }
        for comment in document.comments where !comment.isAloneOnLine && isSelector(comment.text) {
            findings.add(
                Self.self, at: .init(document.source.span(of: comment.range)),
                "conda reads no selectors here, which are for recipes: this counts on every platform",
                hint: "remove the comment, and keep the line only where it is wanted")
        }
        let flags = Flag.allCases.map(\.rawValue)
        for comment in document.comments {
            guard let word = IneffectiveFlag.misspeltFlag(in: comment), !comment.isAloneOnLine || comment.line > 1
            else { continue }
            let nearest = NearestName.of(word, among: flags)
            findings.add(
                Self.self, at: .init(document.source.span(of: comment.range)),
                "there is no flag '\(word)': conda takes this for a comment like any other",
                hint: nearest.map { "did you mean '\(name: "#!" + $0)'?" }
                    ?? (isOfItem(comment, in: document)
                        ? "write \(["last", "low", "end"].contains(word) ? "#!bottom" : "#!top"), or begin the comment with '# '"
                        : "write #!final, or begin the comment with '# '"))
        }
    }

    package static func checkTaken(_ taken: Setting, _ findings: inout FindingCollector) {
        for value in [taken.value] + (taken.value.items ?? []) {
            guard let flag = value.flag else { continue }
            findings.add(
                Self.self, at: .init(value.origin),
                "\(taken.key): the comment #!\(flag.rawValue) is not taken over with the value",
                hint: flag == .final
                    ? "a policy makes a value final by `pin`; in one file it is written by: condarc-tool edit"
                    : "it is written by: condarc-tool edit")
        }
    }

    /// Of the word alone.
    private static func fix(_ flag: IneffectiveFlag) -> Fix? {
        guard flag.reason == .blanks || flag.reason == .letterCase else { return nil }
        let word = flag.comment.text.lowercased().filter { $0.isLetter }
        return .rename(flag.comment.range, to: "#!" + word)
    }

    /// `# [win]`, as in a recipe.
    private static func isSelector(_ text: String) -> Bool {
        let words = text.drop { $0 == "#" || $0 == " " }
        guard words.hasPrefix("["), words.hasSuffix("]") else { return false }
        return ["win", "linux", "osx", "unix", "aarch64", "arm64", "x86"].contains { words.contains($0) }
    }

    private static func isOfItem(_ comment: YAMLComment, in document: YAMLDocument) -> Bool {
        let before = document.bytes[..<comment.range.lowerBound]
        let line = before[((before.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1)...]
        return line.first { $0 != 0x20 } == UInt8(ascii: "-")
    }

    private static func hint(_ reason: IneffectiveFlag.Reason) -> Advice {
        switch reason {
        case .wordsAround: "write the explanation in a comment elsewhere, not on this line or the next"
        case .blanks, .letterCase: "write #!final, #!top or #!bottom"
        case .importantInFile: "write \(word: "#!final")"
        case .joined: "move the other comment lines elsewhere"
        case .wrongPlace: "#!final goes behind a key's value, #!top and #!bottom behind an item"
        case .onNull: "give the key a value, such as []"
        case .unattached: "write it at the end of the line that it is for"
        }
    }
}
