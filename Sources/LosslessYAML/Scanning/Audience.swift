/// The program that a text is for, so far as the words of errors about the text hang on it.
package protocol Audience: Sendable {
    /// What it is called.
    static var name: String { get }
    /// The same error in the words of who took another program's text for one of this one's; nil for any other text.
    static func error(about text: [UInt8], inPlaceOf error: YAMLError) -> YAMLError?
    /// Whether a word begins a command line that goes with it.
    static func isCommand(_ word: Substring) -> Bool
    /// What to do about such a command line in the text; nil for nothing in particular.
    static func hint(forCommand words: ArraySlice<Substring>) -> Advice?
    /// Whether a line without a blank is the name of one of its files.
    static func isFileName(_ line: Substring) -> Bool
    /// What to do about `%NAME%`, a variable as Windows writes it, and what follows it.
    static func hint(forVariable name: Substring, before rest: Substring) -> Advice
    /// What to do about a list in brackets above the text, which is a section elsewhere.
    static var hintForSection: Advice { get }
}

/// Any program that reads YAML.
enum AnyAudience: Audience {
    static let name = "a reader"
    static func error(about text: [UInt8], inPlaceOf error: YAMLError) -> YAMLError? { nil }
    static func isCommand(_ word: Substring) -> Bool { false }
    static func hint(forCommand words: ArraySlice<Substring>) -> Advice? { nil }
    static func isFileName(_ line: Substring) -> Bool { false }
    static func hint(forVariable name: Substring, before rest: Substring) -> Advice { "put the value in quotes" }
    static let hintForSection: Advice = "remove it, or put all into it"
}
