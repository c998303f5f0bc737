import LosslessYAML

extension EffectiveConfiguration {
    /// Package specs in the one form in which conda writes them.
    ///
    /// Source: conda.base.context, `Context.aggressive_update_packages`.
    func canonicalSpecs(_ own: TracedValue) throws(CondarcProblems) -> TracedValue {
        let items = own.items ?? []
        // Most specs are names, and need no channels.
        let isPlain = items.allSatisfy { item in
            let name = item.value.text ?? "="
            return name == name.lowercased() && PackageName.problem(with: name) == nil
                && !ChannelResolver.isPackageFile(name)
        }
        if isPlain { return own }
        let channels = ChannelNames(resolver: try channelResolver())
        let canonical = try items.map { (item) throws(CondarcProblems) in
            let text = item.value.pythonText
            do throws(InvalidPackageSpec) {
                return item.with(.scalar(.string(try PackageSpec(text, channels: channels).canonicalText)))
            } catch {
                throw CondarcProblems([
                    CondarcError(
                        .badValue, valueOf: "aggressive_update_packages",
                        "'\(text)' is no package spec: \(error.reason)", from: item.origin,
                        hint: "write it as `name`, or as `name >=1.2`")
                ])
            }
        }
        return own.with(.sequence(canonical))
    }
}
