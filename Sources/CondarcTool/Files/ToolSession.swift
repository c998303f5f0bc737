import CommandLineKit
import HostPlatform
import SecureFileStore

/// What every command of the program works with: the disk, and where things are.
struct ToolSession {
    let store: FileStore
    let host: Host

    init(_ context: ProcessContext) {
        store = FileStore()
        host = Host.current(
            environment: context.environment, currentDirectory: context.workingDirectory, store: store)
    }

    /// Whether something is at the path, as a value such as `ssl_verify` means it.
    var pathExists: @Sendable (String) -> Bool {
        let (store, host) = (store, host)
        return { path in
            do throws(FileError) {
                return try store.metadata(host.expanded(path)) != nil
            } catch {
                // What cannot be looked at may be there.
                return error.code != .loop
            }
        }
    }

    /// The base installation, by `--root` or what the environment says.
    func root(_ invocation: Invocation) -> String? {
        host.baseInstallation(rootOption: invocation.value(.root), store: store)?.path
    }
}
