import CommandLineKit
import CondaSession
import Condarc
import HostPlatform

extension Invocation {
    /// Names every source that could not be read, one by one.
    func warn(about failures: [CondarcError], _ session: Session) {
        for failure in failures { console.warn(session.told(failure)) }
    }
}

extension Session {
    /// The base installation, by `--root` or what the environment says.
    func root(_ invocation: Invocation) -> String? { root(option: invocation.value(.root)) }

    /// The environment of `--prefix`; nil for the active one.
    func prefix(_ invocation: Invocation) -> String? { invocation.value(.prefix).map { host.absolute($0) } }

    /// What counts for a call, by its `--root` and `--prefix`; what of them is not there is named.
    func configuration(_ invocation: Invocation) -> EffectiveConfiguration {
        warn(ofMissing: [.prefix, .root], invocation)
        return configuration(
            root: root(invocation), prefix: prefix(invocation), reveals: invocation.has(.reveal))
    }
}
