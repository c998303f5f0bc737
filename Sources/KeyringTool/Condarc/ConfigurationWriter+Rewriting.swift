import CommandLineKit
import CondaCredentials
import CondaSession
import Condarc
import LosslessYAML
import SecureFileStore

extension ConfigurationWriter {
    /// Rewrites a `.condarc`, told like the change of a store.
    ///
    /// - Parameters:
    ///   - warn: what is to be said of the new content.
    ///   - transform: may run more than once.
    /// - Throws: `CommandError`.
    func rewrite(
        _ path: String, isRehearsal: Bool, warn: ([UInt8]) -> [String] = { _ in [] },
        _ transform: (YAMLDocument) throws -> YAMLDocument
    ) throws -> StoreChange {
        do {
            let update = try update(path, isRehearsal: isRehearsal) {
                FileChange(try transform(try YAMLDocument(configuration: $0.bytes)).bytes, telling: ())
            }
            return update.change(outline: FileSecrets.redacted, warnings: warn(update.after))
        } catch { throw CommandError(of: error, path: path) ?? error }
    }
}
