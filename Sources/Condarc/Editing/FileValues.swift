package import LosslessYAML

/// What one file sets, as it is written there: not typed, not merged with other files.
package struct FileValues: Sendable {
    /// A key and its value.
    package struct Entry: Hashable, Sendable {
        /// A parameter's own name, or the key that was asked for.
        package let key: String
        package let value: YAMLValue

        package init(key: String, value: YAMLValue) {
            self.key = key
            self.value = value
        }
    }

    package let document: YAMLDocument
    private let pairs: [YAMLPair]

    /// Throws `YAMLError` or `CondarcError` where conda could not read the file.
    package init(_ bytes: [UInt8]) throws {
        document = try YAMLDocument(configuration: bytes)
        try document.checkIsConfiguration()
        if case .mapping(let pairs) = document.root?.value { self.pairs = pairs } else { pairs = [] }
    }

    /// Everything under the parameters' own names, sorted by name; keys that conda does not know are left out.
    package var all: [Entry] {
        named.filter { $0.parameter != nil || $0.key == NamedPlace.plugins }
            .map { Entry(key: $0.parameter?.name ?? $0.key, value: $0.value) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// What conda does not know, in the order of the file.
    package var unknown: [Entry] {
        named.filter { $0.parameter == nil && $0.key != NamedPlace.plugins }.map { Entry(key: $0.key, value: $0.value) }
    }

    private var named: [(key: String, parameter: Parameter?, value: YAMLValue)] {
        pairs.map { pair in
            let key = pair.key.text ?? pair.key.pythonText
            return (key, ParameterTable.parameter(forKey: key), pair.value)
        }
    }

    /// The value of a parameter (by its name or an alias, whichever the file uses), an entry of a map (`MAP.ENTRY`), or any
    /// other key of the file; nil where it is not there.
    ///
    /// Throws `unknownParameter` for a key that neither conda nor the file knows.
    package subscript(key: String) -> Entry? {
        get throws(CondarcError) {
            if let value = value(atTop: key) { return Entry(key: key, value: value) }
            let (name, entry) = NamedPlace.parts(of: key)
            if let entry, let top = value(atTop: name) {
                if let value = top[entry] { return Entry(key: key, value: value) }
                var value: YAMLValue? = top
                for name in entry.split(separator: ".", omittingEmptySubsequences: false) {
                    value = value?[String(name)]
                }
                return value.map { Entry(key: key, value: $0) }
            }
            if name.isEmpty, key.count > 1 {
                throw CondarcError(
                    .unknownParameter, "no parameter's name begins with '.'", key: key,
                    hint: "write \(key.dropFirst().prefix { $0.isLetter || $0 == "_" })")
            }
            if name != NamedPlace.plugins { _ = try ParameterTable.known(name) }
            return nil
        }
    }

    private func value(atTop key: String) -> YAMLValue? {
        let names = ParameterTable.parameter(forKey: key)?.namesInSources ?? [key]
        return pairs.last { pair in names.contains { pair.key == .string($0) } }?.value
    }
}

extension FileValues.Entry {
    /// The options of `conda config` that would set the value, one a line; none for a null.
    ///
    /// Source: conda.cli.main_config, `print_config_item`.
    package var lines: [String] {
        switch value {
        case .null: []
        case .mapping(let pairs):
            pairs.flatMap { pair in
                let entry = FileValues.Entry(key: "\(key).\(pair.key.pythonText)", value: pair.value)
                // A list inside a map cannot be built with options: conda shows it as a value.
                if case .sequence = pair.value, key != NamedPlace.plugins {
                    return ["--set \(entry.key) \(pair.value.pythonListText)"]
                }
                return entry.lines
            }
        case .sequence(let items): lines(of: items, behind: "--add \(key) ")
        default: ["--set \(key) \(value.pythonText)"]
        }
    }

    private func lines(of items: [YAMLValue], behind option: String) -> [String] {
        items.indices.reversed().map { position in
            let line = option + items[position].pythonRepresentation
            return key == "channels" ? line + remark(position, of: items.count) : line
        }
    }

    private func remark(_ position: Int, of count: Int) -> String {
        if position == count - 1 { return "   # lowest priority" }
        return position == 0 ? "   # highest priority" : ""
    }
}

extension YAMLValue {
    /// A list as Python shows one.
    fileprivate var pythonListText: String {
        "[" + (items ?? []).map(\.pythonRepresentation).joined(separator: ", ") + "]"
    }
}
