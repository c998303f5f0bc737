import HostPlatform

extension Host {
    /// A machine with some variables, and a user `bob` where there is Linux.
    static func madeUp(_ platform: Platform) -> Host {
        Host(
            platform: platform,
            environment: Environment(
                ["HOME": "/home/a", "A": "1", "B": "$A", "EMPTY": "", "USERNAME": "ann", "D-E": "dash"],
                platform: platform),
            home: platform.isWindows ? "C:\\Users\\ann" : "/home/a",
            currentDirectory: platform.isWindows ? "C:\\work" : "/project",
            homeOfUser: { $0 == "bob" && platform == .linux ? "/users/bob/" : nil })
    }
}
