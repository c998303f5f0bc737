import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON

extension Invocation {
    /// Names every source that could not be read, one by one.
    func warn(about failures: [CondarcError], _ session: Session) {
        for failure in failures { console.warn(session.told(failure)) }
    }
}

extension CommandError {
    /// The member `error` of an answer that is not all there is, for a script that looks at the object alone.
    static func member(for problems: [CondarcError]) -> JSONValue {
        ["error": problems.first.map { CommandError($0, path: nil).json }]
    }

    /// How a command ends that has told these problems and gone on.
    static func status(of problems: [CondarcError]) -> ExitStatus {
        problems.map { CommandError($0, path: nil).status }.max() ?? .success
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
