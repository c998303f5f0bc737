import LosslessJSON

/// Text from files and arguments made harmless for terminals and logs.
package enum ControlCharacters {
    /// The text with control characters and others that are not seen spelt out, as `\x1b` or `\u{202e}`.
    ///
    /// - Parameters:
    ///   - keepingLines: leaves line feeds and tabs, for text of several lines.
    ///   - keepingTabs: leaves tabs.
    package static func escaped(_ text: String, keepingLines: Bool = false, keepingTabs: Bool = false) -> String {
        func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "\n": !keepingLines
            case "\t": !keepingLines && !keepingTabs
            default: scalar.isUnseen
            }
        }
        // Most text is plain ASCII: no need to look at its scalars.
        var text = text
        if text.withUTF8({ $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }) { return text }
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHarmful(scalar) {
                result += spelling(of: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func spelling(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            let hex = String(scalar.value, radix: 16)
            return scalar.value < 0x100 ? "\\x" + (hex.count < 2 ? "0" : "") + hex : "\\u{\(hex)}"
        }
    }
}
