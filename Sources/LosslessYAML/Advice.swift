/// What to do about something: a sentence, and what of it is text to write in place of what was found.
///
/// The sentence is made of what it proposes, as in `"did you mean '\(name: nearest)'?"`, so that nobody has to find the one
/// in the other. What nothing marks is for whoever reads it.
package struct Advice: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Lower case, no full stop.
    package let text: String
    /// Nil where it is left to whoever reads it what to write.
    package let proposal: Proposal?

    /// Advice that proposes no text.
    package init(_ text: String) {
        self.text = text
        proposal = nil
    }

    package init(stringLiteral text: String) { self.init(text) }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        proposal = stringInterpolation.proposal
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var proposal: Proposal?

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) { self.text += text }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) { text += value.description }

        /// Other advice: what it proposes is proposed in its place, too.
        package mutating func appendInterpolation(_ other: Advice) {
            text += other.text
            if let proposed = other.proposal, proposal == nil || !proposed.hasGap { proposal = proposed }
        }

        package mutating func appendInterpolation(name: String) { append(.name(name)) }

        package mutating func appendInterpolation(word: some StringProtocol) { append(.word(String(word))) }

        package mutating func appendInterpolation(line: some StringProtocol) { append(.line(String(line))) }

        private mutating func append(_ proposal: Proposal) {
            text += proposal.text
            self.proposal = proposal
        }
    }
}

extension Advice {
    /// A text that may stand where the mistake stands.
    package enum Proposal: Hashable, Sendable {
        /// One of the names that are known there.
        case name(String)
        /// A single value.
        case word(String)
        /// A whole line, or what a parameter has in place of its value.
        case line(String)

        package var text: String {
            switch self {
            case .name(let text), .word(let text), .line(let text): text
            }
        }

        /// Whether something that only the user knows is left open in it, or it is not what was to be proposed.
        package var hasGap: Bool {
            switch self {
            case .name: false
            case .word(let text): text.isEmpty || text.contains { " …`".contains($0) }
            case .line(let text):
                text.contains { "…`".contains($0) }
                    || text.split { !$0.isLetter }.contains(where: Self.gaps.contains)
            }
        }

        private static let gaps: Set<Substring> = ["VALUE", "ITEM", "KEY", "NAME", "HOST", "PORT", "PATH", "URL"]
    }
}
