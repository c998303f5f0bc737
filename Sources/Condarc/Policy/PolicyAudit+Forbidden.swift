import LosslessYAML

/// What a policy forbids: keys that no source may set, and channels that none may name.
extension PolicyAudit {
    mutating func removeForbiddenKeys() {
        for forbidden in policy.forbiddenKeys {
            for source in original.members.map(\.source) {
                for setting in source.settings where forbidden.isSet(by: setting) {
                    remove(
                        .forbiddenKey, at: setting.origin, of: source, key: forbidden.key,
                        "the key '\(forbidden.key)' is forbidden", by: .unset(forbidden.key))
                }
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
            for setting in source.settings {
                guard let parameter = setting.parameter, keys.contains(parameter.name) else { continue }
                if parameter.name == "channels", setting.value.items == nil, !setting.value.isNull {
                    report(
                        .invalid, at: setting.origin, key: setting.key,
                        "\(setting.key): a list is due, not \(setting.value.noun)",
                        hint: "write each item on a line of its own, as `  - ITEM`")
                }
                for use in ChannelUse.uses(in: setting, of: parameter) {
                    remove(use, standingFor: use.channels(by: resolver, on: scope.host), from: source)
                }
            }
        }
    }

    private mutating func remove(_ use: ChannelUse, standingFor channels: [Channel], from source: Source) {
        guard let forbidden = policy.forbiddenChannels.first(where: { use.isForbidden(by: $0, channels) }) else {
            return
        }
        let (key, written) = (use.parameter.name, use.written)
        var message = "\(key): '\(written)' is forbidden"
        if !forbidden.pattern.matches(written), let channel = channels.first(where: forbidden.meets),
            channel.baseURL != written
        {
            message += ": it stands for \(channel.shown.baseURL)"
        }
        remove(
            .forbiddenChannel, at: use.value.origin, of: source, key: key, channel: written, message,
            hint: "forbidden by '\(forbidden.text)', line \(forbidden.span.start.line) of the policy", by: use.removal)
    }

    /// Reports what is to go, and takes it away where edits reach it.
    private mutating func remove(
        _ rule: PolicyViolation.Rule, at origin: Origin, of source: Source, key: String, channel: String? = nil,
        _ message: String, hint: String? = nil, by edit: PolicyEdit
    ) {
        if isEditable(source), let path = origin.path {
            report(rule, at: origin, key: key, channel: channel, message, hint: hint, mending: edit, in: path)
        } else {
            let beyond = beyond(source, origin)
            report(rule, at: origin, key: key, channel: channel, "\(message); \(beyond.message)", hint: beyond.hint)
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
            mending: .set(key: "default_channels", .sequence([])), in: scope.target)
    }
}
