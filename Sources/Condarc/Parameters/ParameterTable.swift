/// Every parameter that conda knows without plugins.
package enum ParameterTable {
    /// By category, in the order of `conda config --describe`.
    package static let all: [Parameter] =
        channels + basic + network + solver + linking + building + output + commandLineOnly + hidden + plugins
        + experimental

    /// Their names, sorted as `conda config --show` sorts them.
    package static var names: [String] { sorted.map(\.name) }

    /// The same, sorted by name: all are ASCII, so text compares as its bytes do.
    package static var sorted: [Parameter] {
        // One initial after the other: a sort of all at once took longer than reading ten files.
        var sorted: [Parameter] = []
        sorted.reserveCapacity(all.count)
        for words in byFirstByte where !words.isEmpty {
            let own = words.filter { $0.name == $0.parameter.name }
            sorted += own.sorted { $0.name < $1.name }.map(\.parameter)
        }
        return sorted
    }

    /// The parameter of that very name.
    package static func parameter(named name: String) -> Parameter? {
        guard let found = parameter(forKey: name), found.name == name else { return nil }
        return found
    }

    /// The parameter that a source means by a key: its name, an alias, or its name with conda's underscore.
    package static func parameter(forKey key: String) -> Parameter? {
        guard let first = key.utf8.first, first < 0x80 else { return nil }
        let length = key.utf8.count
        return byFirstByte[Int(first)].last { $0.name.utf8.count == length && $0.name == key }?.parameter
    }

    /// The parameter's name where the word is one of the aliases that `conda config` resolves when it edits.
    ///
    /// Source: conda.common.configuration, `Configuration.name_for_alias`.
    package static func name(forAlias alias: String) -> String? {
        guard let parameter = parameter(forKey: alias) else { return nil }
        return !parameter.isUnderscored && parameter.aliases.contains(alias) ? parameter.name : nil
    }

    /// What sources may call a parameter, by the first byte of the word.
    ///
    /// Not a dictionary: hashing all the words cost a quarter of what the start of a program takes.
    private static let byFirstByte: [[(name: String, parameter: Parameter)]] = {
        var words = [[(name: String, parameter: Parameter)]](repeating: [], count: 0x80)
        for parameter in all {
            for name in parameter.namesInSources {
                if let first = name.utf8.first { words[Int(first)].append((name, parameter)) }
            }
        }
        return words
    }()
}
