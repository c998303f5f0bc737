package import CommandLineKit
package import Condarc
package import HostPlatform
package import SecureFileStore

/// What both programs need to know of the machine they run on: the disk, where things are, what conda's sources make
/// together, and how an error of the modules below is told.
///
/// A command makes one from its invocation and asks it: `configuration` for the effective configuration, `root` for the
/// base installation, `files` for the disk. `CommandError(translating:path:)` turns what is thrown below into what a
/// program reports.
public struct Session: Sendable {
    package let files: FileStore
    package let host: Host

    package init(_ context: ProcessContext) {
        self.init(context.environment, currentDirectory: context.workingDirectory)
    }

    init(_ environment: Environment, currentDirectory: String?) {
        files = FileStore()
        host = Host.current(environment: environment, currentDirectory: currentDirectory, store: files)
    }

    /// Whether something is at the path, as a value such as `ssl_verify` means it: variables count, `~` is a name as any.
    package var pathExists: @Sendable (String) -> Bool {
        let (files, host) = (files, host)
        return { path in
            do throws(FileError) {
                return try files.metadata(host.absolute(host.expandingVariables(path))) != nil
            } catch {
                // What cannot be looked at may be there.
                return error.code != .loop
            }
        }
    }

    /// An error of one of conda's sources as a program reports it, with the lines that it is about.
    package func told(_ error: CondarcError) -> CommandError {
        told(error, of: error.path) ?? CommandError(error)
    }

    /// An error of the modules below with the lines that it is about; nil for an unknown one.
    ///
    /// - Parameter path: the file that was worked on, where the error itself does not know it.
    package func told(_ error: any Error, of path: String?) -> CommandError? {
        guard let plain = CommandError(translating: error, path: path) else { return nil }
        let text = plain.line == nil ? nil : plain.path.flatMap { try? sourceFiles.bytes(of: $0) }
        return CommandError(translating: error, path: plain.path, text: text)
    }

    /// The base installation, by `--root` or what the environment says.
    package func root(option: String?) -> String? {
        host.baseInstallation(rootOption: option, store: files)?.path
    }
}
