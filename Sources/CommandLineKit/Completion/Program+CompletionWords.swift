extension Program {
    /// The program's name as part of a shell function's name.
    var identifier: String { name.split(separator: "-").joined(separator: "_") }
}

extension String {
    /// Without marks and full stop.
    package var firstSentence: String {
        var sentence = ""
        for word in split(separator: " ") {
            sentence += sentence.isEmpty ? word : " " + word
            if word.hasSuffix(".") { break }
        }
        if sentence.hasSuffix(".") { sentence.removeLast() }
        return sentence.filter { $0 != "`" }
    }
}
