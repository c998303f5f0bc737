/// What a byte is as a character of ASCII; one of another character is none of these.
extension UInt8 {
    /// Matches a byte with the character that it is: `case "/":`.
    @inlinable package static func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool {
        character.value == UInt32(byte)
    }

    @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
    @inlinable package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    @inlinable package var isLetterOrDigit: Bool { isLetter || isDigit }
    @inlinable package var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
    /// A letter, a digit, `-` or `_`.
    @inlinable package var isOfName: Bool { isLetterOrDigit || self == 0x2D || self == 0x5F }
    @inlinable package var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
