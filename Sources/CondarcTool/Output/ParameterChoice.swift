import Condarc
import LosslessYAML

/// The parameters that a command is about.
enum ParameterChoice {
    /// Those of the given names or aliases, each once; all of them, sorted, for none.
    static func parameters(_ names: [String]) throws(CondarcError) -> [Parameter] {
        if names.isEmpty { return ParameterTable.sorted }
        var found: [Parameter] = []
        for name in names {
            guard let parameter = ParameterTable.parameter(forKey: name) else {
                throw CondarcError(
                    .unknownParameter, "there is no parameter \(.key)", key: name,
                    hint: name.lowercased() == "all" ? "leave it out: without a key all are shown" : nil)
            }
            if !found.contains(where: { $0.name == parameter.name }) { found.append(parameter) }
        }
        return found
    }
}

/// A parameter that was asked for.
struct WantedParameter {
    let key: String
    let parameter: Parameter
    /// Whether as conda keeps it, under its inner name.
    var isInner = false
}

extension EffectiveConfiguration {
    /// The values of parameters as conda shows them, and what is wrong with any source or with the others.
    func shown(
        _ wanted: [WantedParameter]
    ) -> (values: [(key: String, value: ShownValue)], problems: [CondarcError]) {
        var values: [(key: String, value: ShownValue)] = []
        var problems = configuration.failures
        var resolver: ChannelResolver?
        for one in wanted {
            do throws(CondarcProblems) {
                let value =
                    try one.isInner ? .plain(configuration.value(of: one.parameter)) : shown(one.parameter, &resolver)
                values.append((one.key, value))
            } catch {
                problems += error.all.filter { !problems.contains($0) }
            }
        }
        return (values, problems)
    }
}
