import CondaURL

/// The sections and options of an INI file.
///
/// Source: CPython's `configparser.RawConfigParser`, strict.
struct INIFile {
    struct Damage: Error {
        let message: String
        /// From 1.
        let line: Int
    }

    struct Value {
        var text: String
        /// Line of the option, from 1.
        let line: Int
    }

    private static let defaults = "DEFAULT"
    private var sections: [String: [String: Value]] = [:]

    /// - Throws: `Damage` where Python stops.
    init(_ text: String) throws(Damage) {
        var section: String?
        var option: String?
        var indentation = 0
        let lines = PythonText.scalars(text).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let stripped = String(String.UnicodeScalarView(line)).strippedAsPython
            if stripped.hasPrefix("#") || stripped.hasPrefix(";") { continue }
            if stripped.isEmpty {
                if let section, let option { sections[section]?[option]?.text += "\n" }
                continue
            }
            let depth = line.prefix(while: \.isPythonBlank).count
            if let section, let option, depth > indentation {
                sections[section]?[option]?.text += "\n" + stripped
                continue
            }
            indentation = depth
            if stripped.hasPrefix("["), let end = stripped.lastIndex(of: "]"),
                stripped.index(after: stripped.startIndex) < end
            {
                let name = String(stripped[stripped.index(after: stripped.startIndex)..<end])
                guard sections[name] == nil || name == INIFile.defaults else {
                    throw Damage(message: "a section stands twice", line: index + 1)
                }
                sections[name] = sections[name] ?? [:]
                (section, option) = (name, nil)
                continue
            }
            guard let current = section else {
                throw Damage(message: "a line before the first section", line: index + 1)
            }
            guard let sign = stripped.firstIndex(where: { $0 == "=" || $0 == ":" }), sign > stripped.startIndex else {
                throw Damage(message: "a line that is no option", line: index + 1)
            }
            let name = String(stripped[..<sign]).strippedAsPython.lowercased()
            guard sections[current]?[name] == nil else {
                throw Damage(message: "an option stands twice in a section", line: index + 1)
            }
            let value = String(stripped[stripped.index(after: sign)...]).strippedAsPython
            sections[current]?[name] = Value(text: value, line: index + 1)
            option = name
        }
    }

    /// Nil without the section or the option.
    func value(_ option: String, in section: String) -> Value? {
        sections[section].flatMap { $0[option] ?? sections[INIFile.defaults]?[option] }
    }
}
