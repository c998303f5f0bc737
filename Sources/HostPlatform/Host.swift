/// Everything about a machine and a process that decides where files are: a pure value, true for any platform on any.
///
/// The way into this module, which opens no file. `Environment` holds the variables; `Paths` joins, expands and normalizes
/// as each platform does; `home` and `baseInstallation` find directories by rules, and ask what only the disk knows in
/// closures that are handed in. Beside them stands what depends on the platform and on nothing else: `Wildcard` matches names,
/// `ShellWord` quotes for its shell, and `Work` has threads, of which libraries begin none by themselves.
package struct Host: Sendable {
    package let platform: Platform
    package let environment: Environment
    /// The user's home directory; nil where nothing names one: a leading `~` then stays in a path as text.
    package let home: String?
    /// The absolute path that relative ones start from.
    package let currentDirectory: String

    /// The home directory of a user by name, for `~user`; nil if the user database does not have the user.
    package let homeOfUser: @Sendable (_ name: String) -> String?

    package init(
        platform: Platform = .current, environment: Environment, home: String?, currentDirectory: String,
        homeOfUser: @escaping @Sendable (_ name: String) -> String? = { _ in nil }
    ) {
        self.platform = platform
        self.environment = environment.on(platform)
        self.home = home
        self.currentDirectory = currentDirectory
        self.homeOfUser = homeOfUser
    }

    /// The same process as it would find itself on another platform: for `paths --platform`.
    ///
    /// - Parameter home: the home directory there; by default the present one.
    package func on(_ platform: Platform, home: String? = nil) -> Host {
        Host(
            platform: platform, environment: environment, home: home ?? self.home, currentDirectory: currentDirectory,
            homeOfUser: homeOfUser)
    }
}
