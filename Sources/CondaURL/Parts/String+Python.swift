extension String {
    /// Without blanks at either end, blanks being what Python's `str.strip` takes for them.
    package var strippedAsPython: String {
        guard let first = unicodeScalars.firstIndex(where: { !$0.isPythonBlank }),
            let last = unicodeScalars.lastIndex(where: { !$0.isPythonBlank })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}

extension Unicode.Scalar {
    /// Python counts the four information separators of ASCII among the blanks; Unicode's White_Space does not.
    package var isPythonBlank: Bool {
        isASCII
            ? value == 0x20 || (0x09...0x0D).contains(value) || (0x1C...0x1F).contains(value) : properties.isWhitespace
    }
}
