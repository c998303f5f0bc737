import CondaURL

/// What other programs fill in, and conda does not: `$(NAME)` of pipelines and make, `{{ name }}` of templates, `$env:NAME` of
/// PowerShell.
enum ForeignVariable {
    /// Nil for a text without.
    static func complaint(about text: String) -> (message: String, hint: String)? {
        // Seen at one look in most texts.
        guard text.utf8.contains(where: { "({".utf8.contains($0) }) || text.contains("$env:") else { return nil }
        if let start = text.firstRange(of: "{{"), text[start.upperBound...].contains("}}") {
            return ("\(Coercion.quoted(text)) is a template that is not filled in", templateHint)
        }
        if let start = text.lowercased().firstRange(of: "$env:") {
            let name = text[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return ("conda leaves $env:\(name) as it stands", "write ${\(name)}")
        }
        guard let start = text.firstRange(of: "$("), let end = text[start.upperBound...].firstIndex(of: ")"),
            case let name = text[start.upperBound..<end], ShapeHint.isPlain(name)
        else { return nil }
        return (
            "conda leaves $(\(name)) as it stands",
            "write ${\(name)}: conda puts in variables of the environment by that form"
        )
    }

    static let templateHint = "render the file first: conda does not know {{ … }}"
}
