import CommandLineKit
import CondaSession
import Condarc

extension Console {
    /// Names every source that could not be read, one by one.
    func warn(about failures: [CondarcError]) {
        for failure in failures {
            let error = CommandError(failure, path: nil)
            warn(error.text, hint: error.hint)
        }
    }
}

extension Session {
    /// The base installation, by `--root` or what the environment says.
    func root(_ invocation: Invocation) -> String? { root(option: invocation.value(.root)) }
}
