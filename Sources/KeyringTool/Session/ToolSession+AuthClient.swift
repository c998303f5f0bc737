import CommandLineKit
import CondaCredentials
import CondaSession
import SecureFileStore

extension ToolSession {
    /// The anaconda-auth whose rules count: what `--auth-version` says, else what is installed, else the newest.
    ///
    /// - Throws: for a text that is no version.
    func authClient(option: String?) throws(CommandError) -> AuthClient {
        guard let option else { return installedAuthClient }
        if option == "none" { return AuthClient(version: nil, source: "--auth-version") }
        guard ReleaseVersion(option) != nil else {
            throw CommandError(
                .usage, "--auth-version takes a version or 'none'", hint: "such as --auth-version \(AuthClient.newest)")
        }
        return AuthClient(version: option, source: "--auth-version")
    }

    /// The anaconda-auth that is installed; the newest is assumed where there is no base installation.
    var installedAuthClient: AuthClient {
        guard let root, (try? files.metadata(root))?.kind == .directory else { return .assumed }
        let packages = InstalledPackages(host: host, root: root, files: settingFiles)
        let found = packages.package("anaconda_auth", "anaconda_cloud_auth")
        return AuthClient(version: found?.version, source: found?.path ?? root)
    }
}
