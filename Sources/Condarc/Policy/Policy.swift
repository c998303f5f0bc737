package import LosslessYAML

/// What an organization wants of every configuration file: required, forbidden, pinned.
package struct Policy: Sendable {
    /// A value that a parameter is to have.
    package struct WantedValue: Sendable {
        package let parameter: Parameter
        /// In the parameter's type.
        package let value: YAMLValue
        /// Where it stands in the policy.
        package let span: SourceSpan
        var place: SourceLocation { span.start }
    }

    /// A key that no file may set: a parameter under any of its names, an entry of a map (`MAP.ENTRY`), or any other key.
    package struct ForbiddenKey: Sendable {
        package let key: String
        package let span: SourceSpan
        var place: SourceLocation { span.start }
        /// Whether it is written in quotes.
        let isQuoted: Bool
        let parameter: Parameter?
        /// Of a map, the only entry that is forbidden.
        let entry: String?

        init(_ key: String, at node: YAMLNode) {
            self.key = key
            (span, isQuoted) = (node.span, node.style != .plain)
            let parts = NamedPlace.parts(of: key)
            parameter = ParameterTable.parameter(forKey: parts.top)
            entry = parts.entry
        }

        /// Whether a setting is this key, or has this entry.
        func isSet(by setting: Setting) -> Bool {
            guard let parameter else { return setting.key == key }
            guard setting.parameter == parameter else { return false }
            guard let entry else { return true }
            return setting.value.entries?.contains { $0.key.pythonText == entry } ?? false
        }
    }

    /// As the user named the file.
    package let path: String
    package let required: [WantedValue]
    package let pinned: [WantedValue]
    package let forbiddenChannels: [ForbiddenChannel]
    package let forbiddenKeys: [ForbiddenKey]
}
