/// What the sources of a scope make together, after the edits so far.
struct PolicyView {
    let configuration: Configuration
    private let facts: MachineFacts

    /// - Parameter includesEnvironment: whether variables count; what is required of files is asked of files alone.
    init(_ scope: PolicyScope, includesEnvironment: Bool) {
        let sources = scope.members.map(\.source).filter { includesEnvironment || $0.kind != .environment }
        configuration = Configuration(host: scope.host, sources: sources)
        facts = scope.facts
    }

    /// What gives channel names their meaning.
    var resolver: ChannelResolver { Self.resolver(configuration, facts) }

    /// The same for any configuration; where it is broken, conda's defaults count.
    static func resolver(_ configuration: Configuration, _ facts: MachineFacts) -> ChannelResolver {
        (try? EffectiveConfiguration(configuration, facts: facts).channelResolver())
            ?? EffectiveConfiguration.plainResolver(configuration.host, facts)
    }

    /// The value of a parameter; nil where conda would stop at it.
    func value(of parameter: Parameter) -> TracedValue? { try? configuration.value(of: parameter) }

    /// What decides a single value, or ends the merging of a list or map: nil where nothing does.
    func decision(on parameter: Parameter) -> Configuration.Match? {
        let matches = configuration.matches(for: parameter)
        if let final = matches.first(where: { $0.setting.value.flag == .final }) { return final }
        return parameter.type.isPrimitive ? matches.last : nil
    }

    /// The strongest source that sets a parameter.
    func strongest(_ parameter: Parameter) -> Configuration.Match? { configuration.matches(for: parameter).last }
}
