import CommandLineKit
import CondaCredentials
import CondaSession
import SecureFileStore

/// What the base installation has installed, as far as it decides about tokens.
struct AuthClientReading {
    /// The base installation, where there is one.
    let root: String?
    private let session: ToolSession

    init(_ session: ToolSession) {
        self.session = session
        root = session.root.flatMap { (try? session.files.metadata($0))?.kind == .directory ? $0 : nil }
    }

    /// The anaconda-auth whose rules count: what `--auth-version` says, else what is installed, else the newest.
    ///
    /// - Throws: for a text that is no version.
    func client(option: String?) throws(CommandError) -> AuthClient {
        if let option {
            if option == "none" { return AuthClient(version: nil, source: "--auth-version") }
            guard ReleaseVersion(option) != nil else {
                throw CommandError(
                    .usage, "--auth-version takes a version or 'none'",
                    hint: "such as --auth-version \(AuthClient.newest)")
            }
            return AuthClient(version: option, source: "--auth-version")
        }
        return installed
    }

    /// The anaconda-auth that is installed; the newest is assumed where there is no base installation.
    var installed: AuthClient {
        guard let root else { return .assumed }
        let packages = InstalledPackages(host: session.host, root: root, files: session.settingFiles)
        let found = packages.package("anaconda_auth", "anaconda_cloud_auth")
        return AuthClient(version: found?.version, source: found?.path ?? root)
    }
}
