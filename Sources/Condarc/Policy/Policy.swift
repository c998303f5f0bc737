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
    }

    /// As the user named the file.
    package let path: String
    package let document: YAMLDocument
    package let required: [WantedValue]
    package let pinned: [WantedValue]
    package let forbiddenChannels: [ForbiddenChannel]
    package let forbiddenKeys: [ForbiddenKey]
}
