import HostPlatform

/// What is the same for all files that a checker looks at, worked out once.
///
/// Each thread has its own: counting references to what all share would let one wait for the other.
package final class CheckMemory {
    private var plain: ChannelResolver?
    /// What conda computes from all sources, where the files are some of them.
    var ofWhole: (problems: [CondarcError], resolver: ChannelResolver)?

    package init() {}

    /// What channels mean where no source says anything about it.
    func plainResolver(_ host: Host, _ facts: MachineFacts) -> ChannelResolver {
        if let plain { return plain }
        let resolver = EffectiveConfiguration.plainResolver(host, facts)
        plain = resolver
        return resolver
    }
}
