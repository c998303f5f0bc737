package import LosslessYAML

extension YAMLDocument {
    /// Throws if conda could not read the document as a configuration: no map at the top, or a key that stands twice.
    ///
    /// - Parameter hint: what to say where there is no map at the top.
    package func checkIsConfiguration(hint: Advice? = nil) throws(CondarcError) {
        guard let root, !root.isNull else { return }
        guard root.kind == .mapping else {
            throw CondarcError(
                .badType, "a \(root.resolved.noun) stands where the map of parameters is due", at: root.location,
                hint: FileSecrets.token(aloneIn: bytes) == nil
                    ? hint ?? "a configuration consists of lines such as 'channel_priority: strict'"
                    : "what is in it looks like a token: is it the right file?")
        }
        if let (first, second) = duplicateKeys.first {
            let name = second.key.resolved.scalarText ?? "?"
            var error = CondarcError(
                .syntax, "the key \(.key) stands twice", key: name, at: second.key.location,
                hint: Self.remedy(forTwice: first, second))
            (error.range, error.related) = (second.key.range, YAMLError.Related("the first one", first.key.span))
            throw error
        }
    }

    /// What to do about a key that stands twice: of lists and maps, both are most likely wanted.
    static func remedy(forTwice first: YAMLEntry, _ second: YAMLEntry) -> Advice {
        let (line, other) = (first.key.line, second.key.line)
        guard first.value.resolved.kind == second.value.resolved.kind, first.value.resolved.kind != .scalar else {
            return "keep one of them: line \(line) has the other"
        }
        let parts = first.value.resolved.kind == .sequence ? "items" : "entries"
        return "put the \(parts) of both together at line \(line), and take line \(other) away with its \(parts)"
    }
}
