/// What the sources say about a setting of a plugin, whose type only the plugin knows.
package struct PluginExplanation: Sendable {
    /// With dots, without `plugins.`.
    package let name: String
    /// Weakest first.
    package let values: [TracedValue]
}

extension EffectiveConfiguration {
    package func explanation(ofPluginSetting name: String) -> PluginExplanation {
        let parts = name.split(separator: ".").map(String.init)
        let values = configuration.sources.flatMap(\.settings).filter { $0.key == "plugins" }.compactMap { setting in
            parts.reduce(setting.value as TracedValue?) { $0?.entry($1) }
        }
        return PluginExplanation(name: name, values: values)
    }
}
