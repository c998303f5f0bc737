@testable import LosslessYAML

/// The whole contract of an edit, checked from outside: by values, lines and comments.
enum EditContract {
    /// What is wrong with the outcome; nil where it is as promised, or refused for a reason.
    static func violation(of operation: Operation, on document: YAMLDocument) -> String? {
        let change: YAMLChange
        do { change = try operation.apply(to: document) } catch {
            return error.code == .internal ? "internal: \(error.message)" : nil
        }
        let before = document.bytes
        let after = change.document.bytes
        var place = 0
        for edit in change.edits {
            if edit.range.lowerBound < place || edit.range.upperBound < edit.range.lowerBound
                || edit.range.upperBound > before.count
            {
                return "edits out of order or out of bounds: \(change.edits)"
            }
            place = edit.range.upperBound
        }
        if change.edits.applied(to: before) != after { return "the edits do not lead to the result" }

        let oldValue = document.root?.value
        guard let expected = RandomEdit.expected(operation, on: oldValue) else { return "this edit should be refused" }
        let newValue = change.document.root?.value
        let isEmptied = expected == .mapping([]) && (newValue == nil || newValue == .null)
        if !isEmptied, !(newValue ?? .null).isEquivalent(to: expected) {
            return "wrong value: \(String(decoding: after, as: UTF8.self).debugDescription)"
        }
        if change.isEmpty != (before == after) { return "isEmpty is wrong" }
        if case .set = operation, oldValue?.isEquivalent(to: expected) == true, !change.isEmpty {
            return "nothing was to be done: \(String(decoding: after, as: UTF8.self).debugDescription)"
        }
        return commentViolation(document, change) ?? lineViolation(document, change, operation)
            ?? repetitionViolation(operation, change)
    }

    private static func commentViolation(_ document: YAMLDocument, _ change: YAMLChange) -> String? {
        var left = change.document.comments.filter(\.isAloneOnLine).map(\.text)
        for comment in document.comments where comment.isAloneOnLine {
            guard let place = left.firstIndex(of: comment.text) else { return "lost the comment \(comment.text)" }
            left.remove(at: place)
        }
        return nil
    }

    /// Line breaks are of kinds that were there; a missing final one stays missing.
    private static func lineViolation(
        _ document: YAMLDocument, _ change: YAMLChange, _ operation: Operation
    ) -> String? {
        let before = String(decoding: document.bytes, as: UTF8.self)
        let after = String(decoding: change.document.bytes, as: UTF8.self)
        let kinds: (String) -> Set<String> = { text in
            Set(Array(text).filter(\.isNewline).map { String($0) })
        }
        // A lone CR and a lone LF may come to stand side by side.
        let mayMeet = kinds(before).contains("\r") && kinds(before).contains("\n")
        if !mayMeet, !kinds(after).subtracting(kinds(before)).isEmpty, !kinds(before).isEmpty {
            return "other line breaks: \(after.debugDescription)"
        }
        let hadBreak = before.last?.isNewline == true
        let hasBreak = after.last?.isNewline == true
        if before.last != nil, before != "\u{FEFF}", after.last != nil, hadBreak != hasBreak, !after.contains("|"),
            !after.contains(">"), !isBlankText(after), !hasBlankLine(before)
        {
            return "the final line break changed: \(after.debugDescription)"
        }
        return nil
    }

    /// A blank line that comes to stand at the end has no line break of its own.
    private static func hasBlankLine(_ text: String) -> Bool {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.dropLast().contains {
            $0.allSatisfy(\.isWhitespace)
        }
    }

    private static func isBlankText(_ text: String) -> Bool { text.allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" } }

    private static func repetitionViolation(_ operation: Operation, _ change: YAMLChange) -> String? {
        guard case .set = operation else { return nil }
        do {
            let again = try operation.apply(to: change.document)
            return again.isEmpty ? nil : "a second run changes: \(again.edits)"
        } catch { return "a second run fails: \(error)" }
    }
}
