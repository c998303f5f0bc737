import Condarc

/// The parameters that a command is about.
enum ParameterChoice {
    /// Those of the given names or aliases, each once; all of them, sorted, for none.
    static func parameters(_ names: [String]) throws(CondarcError) -> [Parameter] {
        if names.isEmpty { return ParameterTable.sorted }
        var found: [Parameter] = []
        for name in names {
            guard let parameter = ParameterTable.parameter(forKey: name) else {
                throw CondarcError(.unknownParameter, "there is no parameter '\(name)'", key: name)
            }
            if !found.contains(where: { $0.name == parameter.name }) { found.append(parameter) }
        }
        return found
    }
}
