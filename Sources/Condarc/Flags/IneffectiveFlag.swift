import CondaURL
package import LosslessYAML

/// A comment that looks like a flag but has no effect.
package struct IneffectiveFlag: Hashable, Sendable {
    /// Why conda does not see the flag.
    package enum Reason: Hashable, Sendable {
        /// More words stand in the comment.
        case wordsAround
        /// Blanks stand between `#`, `!` and the word.
        case blanks
        /// Upper-case letters.
        case letterCase
        /// `#!important`, which only environment variables have.
        case importantInFile
        /// Another comment stands between it and the next key or item.
        case joined
        /// The flag marks something that it means nothing for: `#!top` a key, `#!final` an item.
        case wrongPlace(marks: String)
        /// It marks a list or map that is null, which conda takes for not set.
        case onNull
        /// It is attached to no key and no item.
        case unattached
    }

    package let comment: YAMLComment
    package let reason: Reason

    /// What is wrong, in a few words.
    package var explanation: String {
        switch reason {
        case .wordsAround: "a flag must be all there is in its comment"
        case .blanks: "a flag has no blanks between '#', '!' and its word"
        case .letterCase: "a flag is written in lower case"
        case .importantInFile: "!important is for environment variables; a file has #!final"
        case .joined: "the comment lines around it are read as one with it"
        case .wrongPlace(let marks): "it marks \(marks), where it means nothing"
        case .onNull: "it marks an empty value, which counts as not set"
        case .unattached: "it belongs to no key and no item"
        }
    }

    /// Why a comment is no flag by its own text, if it was meant as one.
    static func reason(inTextOf comment: YAMLComment) -> Reason? {
        guard let word = intendedWord(in: comment.text) else { return endsInFlag(comment.text) ? .wordsAround : nil }
        if word.text == "important" { return .importantInFile }
        if word.hasMore { return .wordsAround }
        if Flag(comment: comment.text) != nil { return nil }
        return word.hasBlanks ? .blanks : .letterCase
    }

    /// Whether the comment reads `#`, `!` and a flag's word, whatever else.
    static func looksLikeFlag(_ comment: YAMLComment) -> Bool {
        intendedWord(in: comment.text) != nil || endsInFlag(comment.text)
    }

    /// Whether the last word of a comment reads `#!` and a flag.
    private static func endsInFlag(_ text: String) -> Bool {
        guard let mark = text.utf8.lastIndex(of: UInt8(ascii: "!")), mark != text.startIndex,
            text.utf8[text.utf8.index(before: mark)] == UInt8(ascii: "#")
        else { return false }
        return Flag(rawValue: String(Substring(text.utf8[text.utf8.index(after: mark)...]))) != nil
    }

    private static func intendedWord(in text: String) -> (text: String, hasBlanks: Bool, hasMore: Bool)? {
        guard let word = word(in: text), Flag(rawValue: word.text) != nil || word.text == "important" else {
            return nil
        }
        return word
    }

    /// The word that a comment is, in small letters, behind its `#` and `!`: most likely a flag that is misspelt.
    static func misspeltFlag(in comment: YAMLComment) -> String? {
        guard let word = word(in: comment.text), !word.text.isEmpty, !word.hasMore,
            intendedWord(in: comment.text) == nil
        else { return nil }
        return word.text
    }

    /// The first word behind `#` and `!`, in small letters.
    private static func word(in text: String) -> (text: String, hasBlanks: Bool, hasMore: Bool)? {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let isLetter: (UInt8) -> Bool = { $0.isLetter || $0 == UInt8(ascii: "_") }
        var rest = Array(text.utf8)[...]
        let lead = rest.prefix { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") || isBlank($0) }
        guard lead.contains(UInt8(ascii: "!")) else { return nil }
        rest = rest.dropFirst(lead.count)
        let letters = rest.prefix(while: isLetter)
        let word = String(decoding: letters, as: UTF8.self).lowercased()
        let more = rest.dropFirst(letters.count).contains {
            !isBlank($0) && $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "#")
        }
        return (word, lead.contains(where: isBlank), more)
    }
}
