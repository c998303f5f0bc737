extension Unicode.Scalar {
    /// Whether it disturbs or deceives who reads it: control characters, what turns the direction of writing or ends a line
    /// for some readers, and what takes no room: U+200B, U+2060 and the like, U+FEFF, and tags.
    ///
    /// The joiners U+200C and U+200D belong to the spelling of words.
    package var isUnseen: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
