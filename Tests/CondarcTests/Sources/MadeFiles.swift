import Condarc
import HostPlatform
import LosslessYAML

/// Files that exist in memory alone.
struct MadeFiles: SourceFiles {
    var texts: [String: String] = [:]
    var unreadable: Set<String> = []

    func kind(of path: String) -> SourceFileKind {
        let isDirectory = (Array(texts.keys) + unreadable).contains { $0.hasPrefix(path + "/") }
        if isDirectory { return .directory }
        return texts[path] != nil || unreadable.contains(path) ? .file : .none
    }

    func names(in directory: String) -> [String]? {
        if unreadable.contains(directory) { return nil }
        return (Array(texts.keys) + unreadable).filter { $0.hasPrefix(directory + "/") }
            .compactMap { $0.dropFirst(directory.count + 1).split(separator: "/").first.map(String.init) }
    }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        guard let text = texts[path] else { throw CondarcError(.unreadable, "no permission", path: path) }
        return Array(text.utf8)
    }
}

extension Configuration {
    /// What files in memory and variables make together: the base installation is `/base`, the home directory `/home/u`.
    static func made(
        _ texts: [String: String], unreadable: Set<String> = [], environment: [String: String] = [:],
        commandLine: Source = Source(.commandLine)
    ) -> Configuration {
        let host = Host(
            platform: .linux, environment: Environment(environment, platform: .linux), home: "/home/u",
            currentDirectory: "/project", homeOfUser: { $0 == "bob" ? "/users/bob" : nil })
        return load(
            SearchPath(host: host, root: "/base"), host: host,
            files: MadeFiles(texts: texts, unreadable: unreadable), commandLine: commandLine, pathExists: { _ in false }
        )
    }

    /// The value of a parameter by its name.
    func value(_ name: String) throws -> YAMLValue {
        try traced(name).value
    }

    func traced(_ name: String) throws -> TracedValue {
        guard let parameter = ParameterTable.parameter(named: name) else {
            throw CondarcError(.unknownParameter, "\(name)")
        }
        return try value(of: parameter)
    }
}
