import CommandLineKit
import CondaSession
import Condarc
import LosslessJSON

extension CommandError {
    /// The member `error` of an answer that is not all there is, for a script that looks at the object alone.
    static func member(for problems: [CondarcError]) -> JSONValue {
        ["error": problems.first.map { CommandError($0).json }]
    }

    /// How a command ends that has told these problems and gone on.
    static func status(of problems: [CondarcError]) -> ExitStatus {
        problems.map { CommandError($0).status }.max() ?? .success
    }
}
