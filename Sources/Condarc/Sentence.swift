/// What is wrong, lower case, no full stop, without secrets: a sentence that leaves the place of its key open, as in
/// `"there is no parameter \(.key)"`, so that whoever shows it says how the key is written there.
package struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What stands before, between and behind the places of the key.
    private let parts: [String]

    package init(stringLiteral text: String) { parts = [text] }

    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// The whole of it, with a text in each place of the key.
    package func naming(_ key: String) -> String { parts.joined(separator: key) }

    /// What a sentence leaves open.
    package enum Place { case key }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts = [""]

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) { parts[parts.count - 1] += text }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendLiteral(value.description)
        }

        package mutating func appendInterpolation(_ place: Place) { parts.append("") }

        package mutating func appendInterpolation(_ sentence: Sentence) {
            appendLiteral(sentence.parts[0])
            parts += sentence.parts.dropFirst()
        }
    }
}
