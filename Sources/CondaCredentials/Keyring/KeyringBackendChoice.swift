import CondaURL
package import HostPlatform

/// The backend that Python's keyring is told to use, which then replaces anaconda-auth's own.
///
/// Source: keyring's `core.load_env` and `core.load_config`.
package struct KeyringBackendChoice: Sendable, Equatable {
    package enum Backend: Sendable, Equatable {
        /// A class by its full name.
        case named(String)
        /// The file that would name it cannot be read; why.
        case damaged(String)
    }

    package let backend: Backend
    package let origin: SettingOrigin

    /// Why anaconda-auth does not look into its own file, as a sentence about the setting goes on; nil where it does.
    package var obstacle: String? {
        switch backend {
        case .damaged(let reason): "is damaged (\(reason)), and anaconda-auth stops at it"
        case .named("anaconda_auth.token.AnacondaKeyring"), .named("keyring.backends.chainer.ChainerBackend"): nil
        case .named(let name):
            "names \(name.isEmpty ? "no keyring" : name), and anaconda-auth does not look into its own file"
        }
    }

    /// How it is taken away.
    package var removal: String {
        origin.kind == .environment
            ? "unset \(origin.name)" : "take default-keyring out of \(origin.path ?? "the file")"
    }

    /// What the variable or the file says; nil where neither says anything.
    package init?(host: Host, files: SettingFiles) {
        let variable = "PYTHON_KEYRING_BACKEND"
        if let name = host.environment[variable] {
            backend = .named(name)
            origin = SettingOrigin(kind: .environment, name: variable)
            return
        }
        guard let path = KeyringBackendChoice.path(host) else { return nil }
        // A file that cannot be opened counts as none.
        guard case .bytes(let bytes) = files.read(path) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            backend = .damaged("not UTF-8 text")
            origin = SettingOrigin(kind: .configFile, name: "keyringrc.cfg", path: path, line: 1)
            return
        }
        do throws(INIFile.Damage) {
            guard let value = try INIFile(text).value("default-keyring", in: "backend") else { return nil }
            backend = .named(value.text.strippedAsPython)
            origin = SettingOrigin(kind: .configFile, name: "[backend] default-keyring", path: path, line: value.line)
        } catch {
            backend = .damaged(error.message)
            origin = SettingOrigin(kind: .configFile, name: "keyringrc.cfg", path: path, line: error.line)
        }
    }

    private static func path(_ host: Host) -> String? {
        let directory: String
        if host.platform.isWindows {
            guard let base = host.environment["LOCALAPPDATA"] ?? host.environment["ProgramData"] else { return nil }
            directory = host.join(base, "Python Keyring")
        } else {
            let base = host.environment.nonEmpty("XDG_CONFIG_HOME")
            directory = host.join(base ?? host.expandingHome("~/.config"), "python_keyring")
        }
        return host.absolute(host.join(directory, "keyringrc.cfg"))
    }
}
