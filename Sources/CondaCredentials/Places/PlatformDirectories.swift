import CondaURL
import HostPlatform

/// The directories that a program is given on each platform, as conda's Python has it, whose rules changed by version.
///
/// Source: platformdirs 4.5 to 4.14.
struct PlatformDirectories {
    let host: Host
    /// Nil for the newest.
    let version: ReleaseVersion?

    private var usesVariableOnMacOS: Bool { isSince(ReleaseVersion(4, 6)) }
    private var trims: Bool { isSince(ReleaseVersion(4, 6)) && !isSince(ReleaseVersion(4, 14, 4)) }
    private var wantsAbsolute: Bool { isSince(ReleaseVersion(4, 12)) }
    private var canBeMovedOnWindows: Bool { isSince(ReleaseVersion(4, 8)) }

    private func isSince(_ first: ReleaseVersion) -> Bool { version.map { $0 >= first } ?? true }

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
        return TokenPlaces.Place(
            host.absolute(host.join(base, program)), SettingOrigin(kind: .environment, name: variable))
    }

    private func onWindows(_ path: String) -> TokenPlaces.Place {
        let override = "WIN_PD_OVERRIDE_LOCAL_APPDATA"
        if canBeMovedOnWindows, let value = host.environment[override]?.strippedAsPython, !value.isEmpty,
            !wantsAbsolute || host.platform.isAbsolute(value)
        {
            return TokenPlaces.Place(
                host.absolute(host.join(value, path)), SettingOrigin(kind: .environment, name: override))
        }
        guard let base = host.environment.nonEmpty("LOCALAPPDATA") else {
            return usual(host.join(host.expandingHome("~"), "AppData", "Local", path))
        }
        return TokenPlaces.Place(host.join(base, path), SettingOrigin(kind: .environment, name: "LOCALAPPDATA"))
    }
}
