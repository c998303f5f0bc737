/// Every parameter that conda knows without plugins.
package enum ParameterTable {
    /// By category, in the order of `conda config --describe`.
    package static let all: [Parameter] =
        channels + basic + network + solver + linking + building + output + commandLineOnly + hidden + plugins
        + experimental

    /// Their names, sorted as `conda config --show` sorts them.
    package static var names: [String] { all.map(\.name).sorted() }

    /// The parameter of that very name.
    package static func parameter(named name: String) -> Parameter? {
        guard let found = index[name], all[found].name == name else { return nil }
        return all[found]
    }

    /// The parameter that a source means by a key: its name, an alias, or its name with conda's underscore.
    package static func parameter(forKey key: String) -> Parameter? {
        index[key].map { all[$0] }
    }

    /// The parameter's name where the word is one of the aliases that `conda config` resolves when it edits.
    ///
    /// Source: conda.common.configuration, `Configuration.name_for_alias`.
    package static func name(forAlias alias: String) -> String? {
        guard let found = index[alias] else { return nil }
        let parameter = all[found]
        return !parameter.isUnderscored && parameter.aliases.contains(alias) ? parameter.name : nil
    }

    private static let index: [String: Int] = {
        var index: [String: Int] = [:]
        index.reserveCapacity(256)
        for (position, parameter) in all.enumerated() {
            for name in parameter.namesInSources { index[name] = position }
        }
        return index
    }()
}
