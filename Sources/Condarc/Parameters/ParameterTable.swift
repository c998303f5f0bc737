/// Every parameter that conda knows without plugins.
package enum ParameterTable {
    /// By category, in the order of `conda config --describe`.
    package static let all: [Parameter] = tables.flatMap(\.self)

    private static var tables: [[Parameter]] {
        [channels, basic, network, solver, linking, building, output, commandLineOnly, hidden, plugins, experimental]
    }

    /// Those whose texts are of a kind, in the order of `all`.
    package static func parameters(of kind: TextKind) -> [Parameter] {
        // By index: to copy each parameter costs far more than to look at it.
        tables.flatMap { table in table.indices.filter { table[$0].texts == kind }.map { table[$0] } }
    }

    /// Their names, sorted as `conda config --show` sorts them.
    package static var names: [String] { sorted.map(\.name) }

    /// The same, sorted by name: all are ASCII, so text compares as its bytes do.
    package static var sorted: [Parameter] {
        // Indices are moved while sorting, which costs less than to move parameters.
        all.indices.sorted { all[$0].precedes(all[$1]) }.map { all[$0] }
    }

    /// The parameter of that very name.
    package static func parameter(named name: String) -> Parameter? {
        guard let found = parameter(forKey: name), found.name == name else { return nil }
        return found
    }

    /// - Throws: `unknownParameter` where no parameter has that name.
    package static func known(_ key: String) throws(CondarcError) -> Parameter {
        if let parameter = parameter(forKey: key) { return parameter }
        throw CondarcError(.unknownParameter, "there is no parameter \(.key)", key: key)
    }

    /// The parameter that a source means by a key: its name, an alias, or its name with conda's underscore.
    package static func parameter(forKey key: String) -> Parameter? {
        var key = key
        return key.withUTF8 { key in
            // No table of words, and not even one of all parameters: looking at each, where the compiler put it, costs
            // less than building those, as long as few words are asked for.
            guard !key.isEmpty else { return nil }
            if let found = meant(key, channels) { return found }
            if let found = meant(key, basic) { return found }
            if let found = meant(key, network) { return found }
            if let found = meant(key, solver) { return found }
            if let found = meant(key, linking) { return found }
            if let found = meant(key, output) { return found }
            if let found = meant(key, building) { return found }
            if let found = meant(key, hidden) { return found }
            if let found = meant(key, commandLineOnly) { return found }
            if let found = meant(key, plugins) { return found }
            if let found = meant(key, experimental) { return found }
            return nil
        }
    }

    private static func meant(_ key: UnsafeBufferPointer<UInt8>, _ parameters: [Parameter]) -> Parameter? {
        for index in parameters.indices where parameters[index].isMeant(by: key) { return parameters[index] }
        return nil
    }

    /// The parameter's name where the word is one of the aliases that `conda config` resolves when it edits.
    ///
    /// Source: conda.common.configuration, `Configuration.name_for_alias`.
    package static func name(forAlias alias: String) -> String? {
        guard let parameter = parameter(forKey: alias) else { return nil }
        return !parameter.isUnderscored && parameter.aliases.contains(alias) ? parameter.name : nil
    }
}
