import CommandLineKit
import CondaSession
import CondaURL
import HostPlatform
import SecureFileStore

extension CondaConfigRun {
    /// Writes a file of all defaults, in comments, where nothing is yet.
    func writeDefault(to target: String) throws -> ExitStatus {
        let text = DescribedText.all(onWindows: session.host.platform.isWindows)
        do {
            _ = try writer.update(session.host.absolute(target)) { snapshot in
                guard String(decoding: snapshot.bytes, as: UTF8.self).strippedAsPython.isEmpty else {
                    throw CondaFailure(
                        "CondaError", "\(target) holds something already",
                        hint: "remove it, or see the defaults with --describe")
                }
                return FileChange(Array(text.utf8), telling: ())
            }
        } catch { throw CondaFailure(error, path: target) }
        return .success
    }
}
