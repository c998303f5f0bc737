import LosslessYAML

/// What a policy forbids: keys that no source may set, and channels that none may name.
extension PolicyAudit {
    mutating func removeForbiddenKeys() {
        for forbidden in policy.forbiddenKeys {
            for source in original.members.map(\.source) {
                let removals = source.settings.filter(forbidden.isSet).map { setting in
                    Removal(
                        rule: .forbiddenKey, origin: setting.origin, key: forbidden.key,
                        message: "the key '\(forbidden.key)' is forbidden", edit: .unset(forbidden.key))
                }
                remove(removals, from: source)
            }
        }
    }

    /// Takes forbidden channels away: first from what gives names their meaning, then, with what they mean after that,
    /// from the channels themselves.
    mutating func removeForbiddenChannels() {
        guard !policy.forbiddenChannels.isEmpty else { return }
        for keys in [
            ["channel_alias"], ["custom_channels"], ["custom_multichannels", "default_channels"], ["channels"],
        ] { removeForbiddenChannels(in: keys) }
    }

    private mutating func removeForbiddenChannels(in keys: [String]) {
        // Most files say nothing here, and what names mean costs more to find out than all the rest.
        let sources = original.members.map(\.source).filter { source in
            source.settings.contains { keys.contains($0.parameter?.name ?? "") }
        }
        guard !sources.isEmpty else { return }
        let resolver = view().resolver
        for source in sources {
            var removals: [Removal] = []
            for setting in source.settings {
                guard let parameter = setting.parameter, keys.contains(parameter.name) else { continue }
                if parameter.name == "channels", setting.value.items == nil, !setting.value.isNull {
                    report(
                        .invalid, at: setting.origin, key: setting.key,
                        "\(setting.key): a list is due, not \(setting.value.noun)",
                        hint: "write each item on a line of its own, as `  - ITEM`")
                }
                removals += ChannelUse.uses(in: setting, of: parameter).compactMap {
                    removal(of: $0, standingFor: $0.channels(by: resolver, on: scope.host))
                }
            }
            remove(removals, from: source)
        }
    }

    /// What is to go, and why.
    private struct Removal {
        let rule: PolicyViolation.Rule
        let origin: Origin
        let key: String
        var channel: String?
        let message: String
        var hint: String?
        let edit: PolicyEdit
    }

    /// Nil for what is not forbidden.
    private func removal(of use: ChannelUse, standingFor channels: [Channel]) -> Removal? {
        guard let forbidden = policy.forbiddenChannels.first(where: { use.isForbidden(by: $0, channels) }) else {
            return nil
        }
        let (key, written) = (use.parameter.name, use.written)
        var message = "\(key): '\(written)' is forbidden"
        if !forbidden.pattern.matches(written), let channel = channels.first(where: forbidden.meets),
            channel.baseURL != written
        {
            message += ": it stands for \(channel.shown.baseURL)"
        }
        return Removal(
            rule: .forbiddenChannel, origin: use.value.origin, key: key, channel: written, message: message,
            hint: "forbidden by '\(forbidden.text)', line \(forbidden.span.start.line) of the policy", edit: use.removal
        )
    }

    /// Takes it away where edits reach it, and reports it.
    private mutating func remove(_ removals: [Removal], from source: Source) {
        guard isEditable(source), case .file(let path) = source.kind else {
            for removal in removals {
                let beyond = beyond(source, removal.origin)
                report(
                    removal.rule, at: removal.origin, key: removal.key, channel: removal.channel,
                    "\(removal.message); \(beyond.message)", hint: beyond.hint)
            }
            return
        }
        for (removal, mending) in zip(removals, mend(removals.map(\.edit)[...], in: path)) {
            report(
                removal.rule, at: removal.origin, key: removal.key, channel: removal.channel, removal.message,
                hint: removal.hint, mending)
        }
    }

    /// Where no channels are set, conda before 25.9 takes `defaults`: where those are forbidden they are set to none.
    ///
    /// Channels that the policy requires are there already, and then nothing is implicit.
    mutating func closeImplicitDefaults() {
        guard !policy.forbiddenChannels.isEmpty, scope.kind != .environment, !isBroken(scope.target),
            let parameter = ParameterTable.parameter(named: "channels")
        else { return }
        let view = view(includesEnvironment: false)
        guard let channels = view.value(of: parameter), channels.items?.isEmpty ?? true,
            let defaults = view.resolver.multichannels.first(where: { $0.name == "defaults" })?.channels,
            let forbidden = policy.forbiddenChannels.first(where: { forbidden in
                defaults.contains { forbidden.meets($0) }
            })
        else { return }
        let origin = scope.target.map { Origin.missing(in: $0) } ?? .builtIn
        report(
            .forbiddenChannel, at: origin, key: "channels", channel: "defaults",
            "no channels are set, and conda before 25.9 then uses 'defaults', which is forbidden",
            hint:
                "forbidden by '\(forbidden.text)', line \(forbidden.span.start.line) of the policy; require channels there, "
                + "so that conda has some",
            scope.target.map { mend(.set(key: "default_channels", .sequence([])), in: $0) } ?? .none)
    }
}
