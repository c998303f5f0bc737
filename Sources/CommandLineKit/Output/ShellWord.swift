import CondaURL

/// Text as one word of a shell's command, for remedies that are pasted.
package enum ShellWord {
    /// As it is if it is harmless, else between single quotes.
    package static func quoted(_ text: String) -> String {
        isPlain(text)
            ? text
            : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    /// Whether no shell reads it as something else.
    package static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0.isLetterOrDigit || "-_.,:/@%+=".utf8.contains($0) }
    }
}
