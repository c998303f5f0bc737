import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON
import SecureFileStore

extension Invocation {
    /// Names every source that could not be read, one by one.
    func warn(about failures: [CondarcError], _ session: Session) {
        for failure in failures { console.warn(session.told(failure)) }
    }
}

extension CommandError {
    /// The member `error` of an answer that is not all there is, for a script that looks at the object alone.
    static func members(for problems: [CondarcError]) -> [JSONValue.Member] {
        problems.first.map { [.init("error", CommandError($0, path: nil).json)] } ?? []
    }
}

extension Session {
    /// The base installation, by `--root` or what the environment says.
    func root(_ invocation: Invocation) -> String? { root(option: invocation.value(.root)) }
}
