import HostPlatform
import LosslessYAML

/// What conda works with: the merged values, and those that it computes from them.
///
/// Source: conda.base.context, the properties of `Context`.
package struct EffectiveConfiguration: Sendable {
    package let configuration: Configuration
    package let facts: MachineFacts
    /// What channels mean here where no source says anything about it; nil where that is not known yet.
    let plainResolver: ChannelResolver?

    package init(_ configuration: Configuration, facts: MachineFacts, plainResolver: ChannelResolver? = nil) {
        self.configuration = configuration
        self.facts = facts
        self.plainResolver = plainResolver
    }

    var host: Host { configuration.host }

    /// What channels mean where no source says anything about it.
    static func plainResolver(_ host: Host, _ facts: MachineFacts) -> ChannelResolver {
        let silent = EffectiveConfiguration(Configuration(host: host, sources: []), facts: facts)
        return (try? silent.channelResolver()) ?? .withoutSettings
    }

    /// A parameter as `conda config --show` has it.
    package func shown(_ parameter: Parameter) throws(CondarcProblems) -> ShownValue {
        var resolver: ChannelResolver?
        return try shown(parameter, &resolver)
    }

    /// The same, for whoever asks for several.
    ///
    /// - Parameter resolver: what gives channels their meaning here, once a parameter has needed it.
    package func shown(
        _ parameter: Parameter, _ resolver: inout ChannelResolver?
    ) throws(CondarcProblems) -> ShownValue {
        let own = try configuration.value(of: parameter)
        switch parameter.name {
        case "channel_alias": return .channel(try channelAlias(), own)
        case "migrated_channel_aliases":
            return .channels(try migratedAliases(own), own)
        case "default_channels": return try shownDefaultChannels(own, resolver)
        case "custom_multichannels":
            return .multichannels(try multichannels(known: resolver), own)
        case "custom_channels": return .channelsByName(try channelResolver(&resolver).customChannels, own)
        case "channels": return .plain(try shownChannels(own, try channelResolver(&resolver)))
        case "aggressive_update_packages": return .plain(try canonicalSpecs(own))
        case "envs_dirs": return .plain(try environmentDirectories(own))
        case "pkgs_dirs": return .plain(try packageDirectories(own))
        case "root_prefix": return .plain(try rootPrefix())
        case "croot": return .plain(try buildRoot(own))
        case "subdir": return .plain(try subdir())
        case "subdirs": return .plain(try subdirs())
        case "export_platforms": return .plain(try exportPlatforms(own))
        case "default_threads": return .plain(own.value.isTrue ? own : own.with(.scalar(.null)))
        case "repodata_threads", "fetch_threads", "verify_threads", "execute_threads":
            return .plain(try threads(parameter.name, own))
        case "verbosity": return .plain(try verbosity())
        case "debug": return .plain(try isVerbose(from: 3))
        case "trace": return .plain(try isVerbose(from: 4))
        case "console":
            let json = try value("json")
            return .plain(json.value == true ? TracedValue("json", from: json.origin) : own)
        case "default_python":
            guard own.origin == .builtIn, let version = facts.basePython else { return .plain(own) }
            return .plain(computed(.string(version)))
        case "default_activation_env": return .plain(own.value.isTrue ? own : own.with(.scalar("base")))
        case "signing_metadata_url_base": return .plain(own.value.isTrue ? own : own.with(.scalar(.null)))
        case "override_virtual_packages": return .plain(withoutUnderscores(own))
        case "create_default_packages":
            // A package file is no default package.
            let specs = (own.items ?? []).filter { !ChannelResolver.isPackageFile($0.value.text ?? "") }
            return .plain(own.with(.sequence(specs)))
        default: return .plain(own)
        }
    }

    /// A merged value by its parameter's name.
    func value(_ name: String) throws(CondarcProblems) -> TracedValue {
        guard let parameter = ParameterTable.parameter(named: name) else { return TracedValue(.null, from: .builtIn) }
        return try configuration.value(of: parameter)
    }

    /// What conda computes from its values and stops at, beyond what is wrong with one value alone; the first for each
    /// parameter.
    ///
    /// - Parameter resolver: what gives channels their meaning here, where nothing is wrong with it.
    package func computedProblems(_ resolver: inout ChannelResolver?) -> [CondarcError] {
        resolver = try? channelResolver()
        var found: [CondarcError] = []
        // The resolver is made of all values of the first ones: with it, nothing is wrong with those.
        let names =
            (resolver == nil
                ? [
                    "channel_alias", "migrated_channel_aliases", "default_channels", "custom_multichannels",
                    "custom_channels",
                ] : []) + ["channels", "aggressive_update_packages"]
        for name in names {
            guard let parameter = ParameterTable.parameter(named: name) else { continue }
            do throws(CondarcProblems) { _ = try shown(parameter, &resolver) } catch {
                found += error.all.filter { !found.contains($0) }
            }
        }
        guard !found.isEmpty else { return [] }
        // A wrong value is found as such, not once more for every channel behind it.
        let known = configuration.problems()
        return found.filter { !known.contains($0) }
    }

    func computed(_ value: YAMLValue) -> TracedValue { TracedValue(value, from: .builtIn) }

    private func withoutUnderscores(_ value: TracedValue) -> TracedValue {
        value.with(
            .mapping(
                (value.entries ?? []).map { entry in
                    guard let name = entry.key.text, name.hasPrefix("__") else { return entry }
                    return TracedValue.Entry(key: .string(String(name.dropFirst(2))), value: entry.value)
                }))
    }
}
