package import LosslessYAML

/// What is wrong with a text or a value, and what to do about it.
package struct Complaint: Hashable, Sendable {
    /// Lower case, no full stop, without the key.
    package let message: String
    package let advice: Advice
    /// Whether it holds under any settings: behind an alias of its own, a site may name channels as it likes.
    let isCertain: Bool

    init(_ message: String, _ advice: Advice, isCertain: Bool = true) {
        self.message = message
        self.advice = advice
        self.isCertain = isCertain
    }

    /// What to do about it, as a sentence.
    package var hint: String { advice.text }
}
