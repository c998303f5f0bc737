import CondaURL
package import HostPlatform
package import LosslessYAML

extension Source {
    private static let prefix = "CONDA_"

    /// What the variables `CONDA_…` set, those that mean a parameter.
    ///
    /// Source: conda.common.configuration, `EnvRawParameter`.
    package static func environment(_ host: Host) -> Source {
        var settings: [String: Setting] = [:]
        var order: [String] = []
        for name in host.environment.names(withPrefix: prefix) {
            let key = name.dropFirst(prefix.count).lowercased()
            guard let parameter = ParameterTable.parameter(forKey: key), let text = host.environment[name] else {
                continue
            }
            if settings[key] == nil { order.append(key) }
            let value = value(text, of: parameter, name: name, platform: host.platform)
            settings[key] = Setting(key: key, origin: .variable(name), value: value)
        }
        return Source(.environment, settings: order.compactMap { settings[$0] })
    }

    private static func value(_ text: String, of parameter: Parameter, name: String, platform: Platform) -> TracedValue
    {
        let origin = Origin.variable(name)
        let flag: Flag? = cut(text) == nil ? nil : .final
        guard case .sequence(_, let delimiter) = parameter.type else {
            return TracedValue(.scalar(.string((cut(text) ?? text).strippedAsPython)), from: origin, flag: flag)
        }
        let separator = delimiter.character(onWindows: platform.isWindows).asciiValue
        let items = Array(text.utf8).split { $0 == separator }
            .map { String(decoding: $0, as: UTF8.self).strippedAsPython }.filter { !$0.isEmpty }
        return TracedValue(
            .sequence(items.map { TracedValue(.string((cut($0) ?? $0).strippedAsPython), from: origin) }),
            from: origin, flag: flag)
    }

    /// What stands before the first `!important`; nil without one.
    private static func cut(_ text: String) -> String? {
        text.firstRange(of: "!important").map { String(text[..<$0.lowerBound]) }
    }

    /// What options set.
    package static func commandLine(_ values: [(key: String, option: String, value: YAMLValue)]) -> Source {
        Source(
            .commandLine,
            settings: values.map {
                let origin = Origin.option($0.option)
                return Setting(key: $0.key, origin: origin, value: TracedValue($0.value, from: origin))
            })
    }
}
