import HostPlatform
import LosslessYAML

extension EffectiveConfiguration {
    /// Explains an item of `channels`.
    package func explanation(ofChannel name: String) throws(CondarcProblems) -> ChannelExplanation {
        try ChannelExplainer(self).explanation(of: name)
    }

    /// Explains a parameter, or one entry of it if it is a map.
    package func explanation(of parameter: Parameter, entry: String? = nil) -> ParameterExplanation {
        let outcome = outcome(of: parameter, entry: entry)
        let matches = configuration.matches(for: parameter).compactMap {
            match -> (setting: Setting, value: TracedValue)? in
            guard let entry else { return (match.setting, match.setting.value) }
            return match.setting.value.entry(entry).map { (match.setting, $0) }
        }
        let counts = matches.map { entry != nil || !configuration.isAbsent($0.value, for: parameter) }
        let final = matches.indices.first { counts[$0] && matches[$0].value.flag == .final }
        let strongest = final ?? matches.indices.last { counts[$0] }
        let accounts = matches.indices.map { index in
            let match = matches[index]
            let fate: ParameterExplanation.Fate
            var parts: [ParameterExplanation.PartAccount] = []
            if !counts[index] {
                fate = .absent
            } else if let final, index > final {
                fate = .cutOff(by: matches[final].value.origin)
            } else if case .scalar = match.value.content {
                let winner = strongest.map { matches[$0].value.origin } ?? match.value.origin
                fate = index == strongest ? .used : .overridden(by: winner)
            } else {
                fate = .merged
                parts = self.parts(of: match.value, in: outcome.value, expands: parameter.expandsVariables)
            }
            return ParameterExplanation.SourceAccount(
                setting: match.setting, value: match.value, fate: fate, parts: parts)
        }
        return ParameterExplanation(
            parameter: parameter, entry: entry, sources: accounts, result: outcome.value, problems: outcome.problems)
    }

    private func outcome(of parameter: Parameter, entry: String?) -> (value: TracedValue?, problems: [CondarcError]) {
        do throws(CondarcProblems) {
            let whole = try shown(parameter).traced
            guard let entry else { return (whole, []) }
            return (whole.entry(entry) ?? TracedValue(.null, from: .builtIn), [])
        } catch { return (nil, error.all) }
    }

    private func parts(
        of value: TracedValue, in outcome: TracedValue?, expands: Bool
    ) -> [ParameterExplanation.PartAccount] {
        // By name and by text at once: one look through the outcome for each part would take its time with long lists.
        if let entries = value.entries {
            let winners = Dictionary((outcome?.entries ?? []).map { ($0.key.pythonText, $0.value) }) { $1 }
            return entries.map { entry in
                let name = entry.key.pythonText
                let winner = winners[name]
                let fate: ParameterExplanation.Fate =
                    if let winner, winner.origin != entry.value.origin {
                        winner.items == nil ? .overridden(by: winner.origin) : .merged
                    } else { .used }
                return .init(name: name, value: entry.value, fate: fate)
            }
        }
        let firsts = Dictionary((outcome?.items ?? []).map { ($0.value.pythonText, $0.origin) }) { first, _ in first }
        return (value.items ?? []).map { item in
            let expanded =
                expands ? item.value.text.map { .string(host.expandingVariables($0)) } ?? item.value : item.value
            let first = firsts[expanded.pythonText] ?? item.origin
            let fate: ParameterExplanation.Fate = first == item.origin ? .used : .duplicate(of: first)
            return .init(name: nil, value: item, fate: fate)
        }
    }
}
