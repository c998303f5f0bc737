import CondaURL
package import HostPlatform
package import LosslessYAML

extension Source {
    private static let prefix = "CONDA_"

    /// What the variables `CONDA_…` set, those that mean a parameter.
    ///
    /// Source: conda.common.configuration, `EnvRawParameter`.
    ///
    /// - Parameter reveals: leaves secrets in the pieces of URLs; for those who asked to see them.
    package static func environment(_ host: Host, reveals: Bool = false) -> Source {
        var settings: [String: Setting] = [:]
        var order: [String] = []
        for name in host.environment.names(withPrefix: prefix) {
            let key = name.dropFirst(prefix.count).lowercased()
            guard let parameter = ParameterTable.parameter(forKey: key), let text = host.environment[name] else {
                continue
            }
            if settings[key] == nil { order.append(key) }
            settings[key] = setting(key, text, of: parameter, name, host.platform, reveals: reveals)
        }
        return Source(.environment, settings: order.compactMap { settings[$0] })
    }

    private static func setting(
        _ key: String, _ text: String, of parameter: Parameter, _ name: String, _ platform: Platform, reveals: Bool
    ) -> Setting {
        let origin = Origin.variable(name)
        let flag: Flag? = cut(text) == nil ? nil : .final
        guard case .sequence(_, let delimiter) = parameter.type else {
            let value = TracedValue(.scalar(.string((cut(text) ?? text).strippedAsPython)), from: origin, flag: flag)
            return Setting(key: key, origin: origin, value: value)
        }
        let separator = delimiter.character(onWindows: platform.isWindows)
        let bytes = Array(text.utf8)
        let secrets = secretsCut(at: separator.asciiValue, in: bytes)
        let shown = reveals ? bytes : bytes.replacing(secrets.map { ($0, "…") })
        let items = shown.split { $0 == separator.asciiValue }
            .map { String(decoding: $0, as: UTF8.self).strippedAsPython }.filter { !$0.isEmpty }
        let value = TracedValue(
            .sequence(items.map { TracedValue(.string((cut($0) ?? $0).strippedAsPython), from: origin) }),
            from: origin, flag: flag)
        return Setting(key: key, origin: origin, value: value, secretIsCutAt: secrets.isEmpty ? nil : separator)
    }

    /// The pieces of secrets in URLs that are cut at a separator: in an item alone, such as `SECRET@host` of
    /// `https://user:SECRET@host` cut at its colons, nothing tells that it holds one.
    private static func secretsCut(at separator: UInt8?, in text: [UInt8]) -> [Range<Int>] {
        let separators = text.indices.filter { text[$0] == separator }
        guard !separators.isEmpty else { return [] }
        return SecretScanner.secrets(in: text, as: .value).flatMap { secret in
            let isOfURL =
                switch secret.place {
                case .url: true
                // Elsewhere a password may as well be a directory, and its user, too.
                case .address(let start): text[start...].starts(with: "//".utf8)
                case .text: false
                }
            var pieces = text[secret.range].split { $0 == separator }.map(\.indices)
            // Only a password may hold what separates items.
            if secret.kind != .password { pieces.removeSubrange(min(1, pieces.count)...) }
            let next = separators[separators.firstSortedIndex { $0 >= secret.start }...].first
            guard isOfURL, let next, let end = pieces.last?.upperBound, next < end else { return [] as [Range<Int>] }
            // A URL that has its secret in one item is whole: what follows is another.
            let behind = separators.firstSortedIndex { $0 >= secret.range.lowerBound }
            let start = behind > 0 ? separators[behind - 1] + 1 : 0
            let item = text[start..<(behind < separators.count ? separators[behind] : text.count)]
            guard start > secret.start || SecretScanner.secrets(in: item, as: .value).isEmpty else { return [] }
            return pieces
        }
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
