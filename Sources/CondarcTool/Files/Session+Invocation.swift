import CommandLineKit
import CondaSession
import Condarc

extension Invocation {
    /// Names every source that could not be read, one by one.
    func warn(about failures: [CondarcError], _ session: Session) {
        for failure in failures { console.warn(session.told(failure)) }
    }
}

extension Session {
    /// The base installation, by `--root` or what the environment says.
    func root(_ invocation: Invocation) -> String? { root(option: invocation.value(.root)) }
}
