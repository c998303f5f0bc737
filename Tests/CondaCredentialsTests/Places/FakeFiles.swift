import HostPlatform
import SecureFileStore

@testable import CondaCredentials

extension SettingFiles {
    /// Files that exist only in a table of path and text.
    static func fake(_ files: [String: String]) -> SettingFiles {
        SettingFiles(
            read: { path in files[path].map { .bytes(Array($0.utf8)) } ?? .missing },
            names: { directory in
                files.keys.filter { $0.hasPrefix(directory + "/") }.map { String($0.dropFirst(directory.count + 1)) }
                    .sorted()
            })
    }
}

extension Host {
    /// A made-up user of a platform, in a working directory that is not the home.
    static func made(_ platform: Platform = .linux, _ environment: [String: String] = [:]) -> Host {
        Host(
            platform: platform, environment: Environment(environment, platform: platform),
            home: [.linux: "/home/u", .macos: "/Users/u", .windows: #"C:\Users\u"#][platform] ?? "",
            currentDirectory: platform == .windows ? #"C:\work"# : "/project")
    }
}

extension StoreSite {
    /// The places of such a user, who has no files.
    static func made(_ platform: Platform = .linux, _ environment: [String: String] = [:]) throws -> StoreSite {
        let host = Host.made(platform, environment)
        return StoreSite(host: host, places: try TokenPlaces(host: host, files: .fake([:])), files: FileStore())
    }
}
