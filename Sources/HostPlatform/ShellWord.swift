/// Text as one word of a shell's command, for remedies that are pasted.
package enum ShellWord {
    /// As it is if it is harmless, else between single quotes.
    package static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_.,:/@%+=".utf8.contains($0)
        }
        return isPlain && !text.isEmpty
            ? text
            : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
