import HostPlatform
import CommandLineKit
import Condarc
import CondarcFiles
import SecureFileStore

extension ToolSession {
    /// What all sources make together.
    ///
    /// - Parameters:
    ///   - root: the base installation.
    ///   - prefix: the environment whose files count; nil for the active one.
    ///   - file: the only file to read, in place of the search path.
    ///   - commandLine: what options set.
    func configuration(
        root: String?, prefix: String? = nil, file: String? = nil, commandLine: Source = Source(.commandLine)
    ) -> EffectiveConfiguration {
        let searchPath =
            file.map { SearchPath(file: $0, host: host) } ?? SearchPath(host: host, root: root, prefix: prefix)
        return configuration(searchPath, root: root, commandLine: commandLine)
    }

    /// What the files of a search path, the environment and options make together.
    func configuration(
        _ searchPath: SearchPath, root: String?, commandLine: Source = Source(.commandLine)
    ) -> EffectiveConfiguration {
        let configuration = Configuration.load(
            searchPath, host: host, files: StoredSourceFiles(store: store, limit: TargetFile.limit),
            commandLine: commandLine,
            pathExists: pathExists)
        return EffectiveConfiguration(configuration, facts: facts(root: root))
    }

    /// What values that conda computes hang on here.
    func facts(root: String?) -> MachineFacts {
        let store = store
        return MachineFacts(
            root: root,
            rootIsWritable: root.map { store.isWritable(host.join($0, "conda-meta/history")) } ?? false,
            platform: MachineFacts.nativePlatform,
            baseRecords: { [host] in
                root.flatMap { try? store.list(host.join($0, "conda-meta")) } ?? []
            },
            isDirectory: { (try? store.metadata($0))?.kind == .directory })
    }
}

extension Console {
    /// Names every source that could not be read, one by one.
    func warn(about failures: [CondarcError]) {
        for failure in failures {
            if let error = ErrorTranslation.commandError(failure) { warn(error.text, hint: error.hint) }
        }
    }
}
