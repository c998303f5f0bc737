import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import SecureFileStore

extension CondaConfigRun {
    /// Writes a file of all defaults, in comments, where nothing is yet.
    func writeDefault(to target: String) throws -> ExitStatus {
        let text = DescribedText.all(onWindows: session.host.platform.isWindows)
        do {
            let update = try session.files.update(
                session.host.absolute(target), policy: .ordinary, limit: SizeLimit.configuration
            ) { snapshot in
                guard String(decoding: snapshot.bytes, as: UTF8.self).strippedAsPython.isEmpty else {
                    throw CondaFailure(
                        "CondaError", "\(target) holds something already",
                        hint: "remove it, or see the defaults with --describe")
                }
                return Array(text.utf8)
            }
            for warning in update.warnings { invocation.console.warn(warning) }
        } catch {
            throw CondaFailure(error, path: target)
        }
        return .success
    }
}
