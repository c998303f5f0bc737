import CondaURL
import HostPlatform

/// The directories that a program is given on each platform, as conda's Python has it, whose rules changed by version.
///
/// Source: platformdirs 4.5 to 4.14.
struct PlatformDirectories {
    let host: Host
    private let usesVariableOnMacOS: Bool
    private let trims: Bool
    private let wantsAbsolute: Bool
    private let canBeMovedOnWindows: Bool

    /// - Parameter version: nil for the newest.
    init(host: Host, version: ReleaseVersion?) {
        self.host = host
        func since(_ first: ReleaseVersion) -> Bool { version.map { $0 >= first } ?? true }
        usesVariableOnMacOS = since(ReleaseVersion(4, 6))
        trims = since(ReleaseVersion(4, 6)) && !since(ReleaseVersion(4, 14, 4))
        wantsAbsolute = since(ReleaseVersion(4, 12))
        canBeMovedOnWindows = since(ReleaseVersion(4, 8))
    }

    /// Where the user's configuration of a program is.
    func configuration(_ program: String, author: String) -> TokenPlaces.Place {
        switch host.platform {
        case .linux:
            return fromVariable("XDG_CONFIG_HOME", program)
                ?? usual(host.join(host.expandingHome("~/.config"), program))
        case .macos:
            let own = host.expandingHome("~/Library/Application Support")
            return (usesVariableOnMacOS ? fromVariable("XDG_CONFIG_HOME", program) : nil)
                ?? usual(host.join(own, program))
        case .windows: return onWindows(host.join(author, program))
        }
    }

    /// Where the user's data of a program are, on Linux.
    func data(_ program: String) -> TokenPlaces.Place {
        fromVariable("XDG_DATA_HOME", program) ?? usual(host.join(host.expandingHome("~/.local/share"), program))
    }

    private func usual(_ path: String) -> TokenPlaces.Place { TokenPlaces.Place(path, .platformDefault) }

    private func fromVariable(_ variable: String, _ program: String) -> TokenPlaces.Place? {
        guard let value = host.environment[variable], !value.strippedAsPython.isEmpty else { return nil }
        let base = trims ? value.strippedAsPython : value
        if wantsAbsolute, !host.platform.isAbsolute(base) { return nil }
        return TokenPlaces.Place(host.absolute(host.join(base, program)), SettingOrigin(.environment, variable))
    }

    private func onWindows(_ path: String) -> TokenPlaces.Place {
        let override = "WIN_PD_OVERRIDE_LOCAL_APPDATA"
        if canBeMovedOnWindows, let value = host.environment[override]?.strippedAsPython, !value.isEmpty,
            !wantsAbsolute || host.platform.isAbsolute(value)
        {
            return TokenPlaces.Place(host.absolute(host.join(value, path)), SettingOrigin(.environment, override))
        }
        guard let base = host.environment.nonEmpty("LOCALAPPDATA") else {
            return usual(host.join(host.expandingHome("~"), "AppData", "Local", path))
        }
        return TokenPlaces.Place(host.join(base, path), SettingOrigin(.environment, "LOCALAPPDATA"))
    }
}
