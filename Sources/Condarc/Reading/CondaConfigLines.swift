import LosslessYAML

/// What command lines would make conda write: `conda config --add KEY VALUE`, `export CONDA_KEY=VALUE`, and what
/// `conda config --get` prints.
struct CondaConfigLines {
    private var settings: [(key: String, values: [Substring], isList: Bool)] = []

    /// Takes in the words of one line; false where they say something else.
    mutating func read(_ words: some Collection<Substring>) -> Bool {
        var words = Array(words.drop { ["$", ">", "%", "!", "RUN", "sudo"].contains($0) })[...]
        let first = words.first?.drop { "!%".contains($0) } ?? ""
        let lead = ["export", "ENV", "set", "setx"].contains(first) ? 1 : 0
        if words.count == lead + 1, let pair = words.last, pair.hasPrefix("CONDA_") { return readVariable(pair) }
        if CondaAudience.isCommand(first), words.dropFirst().first == "config" { words = words.dropFirst(2) }
        var isRead = false
        while let option = words.popFirst(), !option.hasPrefix("#") {
            switch option {
            case "--system", "--env": continue
            case "--add", "--prepend", "--append", "--set":
                guard let key = words.popFirst(), let value = words.popFirst(),
                    set(String(key), [value], by: option)
                else { return false }
                isRead = true
            default: return false
            }
        }
        return isRead
    }

    /// `CONDA_CHANNELS=conda-forge,bioconda`
    private mutating func readVariable(_ pair: Substring) -> Bool {
        guard let sign = pair.firstIndex(of: "="), case let value = pair[sign...].dropFirst(),
            case let key = pair[..<sign].dropFirst(6).lowercased(),
            let parameter = ParameterTable.parameter(forKey: key)
        else { return false }
        return set(key, parameter.type.isSequence ? value.split(separator: ",") : [value], by: "--append")
    }

    private mutating func set(_ key: String, _ values: [Substring], by option: Substring) -> Bool {
        let values = values.map { ShapeHint.bare($0) }
        guard let parameter = ParameterTable.parameter(forKey: key), !values.isEmpty,
            values.allSatisfy({
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./:~".contains($0)) }
            })
        else { return false }
        let isList = parameter.type.isSequence
        guard isList == (option != "--set") || option == "--append" else { return false }
        if let place = settings.firstIndex(where: { $0.key == key }), isList {
            settings[place].values.insert(
                contentsOf: values, at: option == "--append" ? settings[place].values.count : 0)
        } else {
            settings.append((key, values, isList))
        }
        return true
    }

    /// The lines of a configuration, between backticks; nil where there are none, or too many to be shown.
    var shown: Advice? {
        let lines = settings.map { setting in
            let values = setting.values.joined(separator: ", ")
            return "\(setting.key): \(setting.isList ? "[\(values)]" : values)"
        }
        let shown: Advice =
            lines.count == 1 ? "`\(line: lines[0])`" : "\(lines.map { "`\($0)`" }.joined(separator: " and "))"
        return lines.isEmpty || shown.text.utf8.count > 160 ? nil : shown
    }
}
