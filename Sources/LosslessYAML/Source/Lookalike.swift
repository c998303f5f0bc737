/// A character that a keyboard, a page or a word processor gave in the place of one of ASCII.
package struct Lookalike: Hashable, Sendable {
    /// `a curly quote (U+201C)`
    package let name: String
    /// What should stand in its place: nothing for what is not to be seen.
    package let ascii: String

    /// Nil for every other character.
    package init?(_ scalar: Unicode.Scalar) {
        guard !scalar.isASCII, let (kind, ascii) = Self.kind(of: scalar.value) else { return nil }
        name = "\(kind) (\(scalar.codeName))"
        self.ascii = ascii
    }

    private static func kind(of code: UInt32) -> (String, String)? {
        switch code {
        case 0xA0, 0x2007, 0x202F: return ("a no-break space", " ")
        case 0x1680, 0x2000...0x200A, 0x205F, 0x3000: return ("a special space", " ")
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return ("an invisible character", "")
        case 0x2018...0x201B, 0x2032, 0x2039, 0x203A: return ("a curly quote", "'")
        case 0x201C...0x201F, 0x2033, 0xAB, 0xBB, 0x300C...0x300F: return ("a curly quote", "\"")
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return ("a dash that is no '-'", "-")
        case 0xFF01...0xFF5E:
            let ascii = Unicode.Scalar(code - 0xFEE0).map { String($0) } ?? ""
            return ("a full-width '\(ascii)'", ascii)
        default: break
        }
        let letters: [(script: String, like: String, ascii: String)] = [
            ("a sign that is no ", "∶꞉⁄∕∗、。【】", ":://*,.[]"),
            ("a Cyrillic letter that is no ", "аеорсухіјѕһԁВЕКМНОРСТХ", "aeopcyxijshdBEKMHOPCTX"),
            ("a Greek letter that is no ", "οανΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "oavABEHIKMNOPTXYZ"),
        ]
        for row in letters {
            guard let place = row.like.unicodeScalars.firstIndex(where: { $0.value == code }) else { continue }
            let offset = row.like.unicodeScalars.distance(from: row.like.startIndex, to: place)
            let ascii = String(Array(row.ascii)[offset])
            return (row.script + "'\(ascii)'", ascii)
        }
        return nil
    }
}

extension StringProtocol {
    /// The first of its characters that only looks like another one.
    package var lookalike: Lookalike? { unicodeScalars.lazy.compactMap(Lookalike.init).first }

    /// The text with characters of ASCII in the place of those that look like them.
    package var withoutLookalikes: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if let other = Lookalike(scalar) { text += other.ascii } else { text.unicodeScalars.append(scalar) }
        }
    }
}

extension Unicode.Scalar {
    /// `U+00A0`
    var codeName: String { "U+" + String(hexadecimal: value, width: 4) }
}
