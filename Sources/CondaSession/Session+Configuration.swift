package import Condarc
import HostPlatform
import SecureFileStore

extension Session {
    /// What all sources make together.
    ///
    /// - Parameters:
    ///   - prefix: the environment whose files count; nil for the active one.
    ///   - file: the only file to read, in place of the search path.
    ///   - reveals: leaves secrets in URLs that variables of the environment cut in pieces.
    package func configuration(
        root: String?, prefix: String? = nil, file: String? = nil, commandLine: Source = Source(.commandLine),
        reveals: Bool = false
    ) -> EffectiveConfiguration {
        let searchPath =
            file.map { SearchPath(file: $0, host: host) } ?? SearchPath(host: host, root: root, prefix: prefix)
        return configuration(
            searchPath, of: sourceFiles, root: root, commandLine: commandLine, reveals: reveals)
    }

    /// What the files of a search path, the environment and options make together.
    package func configuration(
        _ searchPath: SearchPath, of files: some SourceFiles, root: String?,
        commandLine: Source = Source(.commandLine), reveals: Bool = false
    ) -> EffectiveConfiguration {
        let configuration = Configuration.load(
            searchPath, host: host, files: files, commandLine: commandLine, reveals: reveals, pathExists: pathExists)
        return EffectiveConfiguration(configuration, facts: facts(root: root))
    }

    /// conda's source files on this machine.
    package var sourceFiles: StoredSourceFiles { StoredSourceFiles(store: files, limit: SizeLimit.configuration) }

    /// What values that conda computes hang on here.
    package func facts(root: String?) -> MachineFacts {
        let files = files
        return MachineFacts(
            root: root,
            rootIsWritable: root.map { files.isWritable(host.join($0, "conda-meta/history")) } ?? false,
            platform: MachineFacts.nativePlatform,
            baseRecords: { [self] in installedInBase(root: root) },
            mayChange: { files.isWritable($0) },
            isDirectory: { (try? files.metadata($0))?.kind == .directory })
    }

    /// The names in `conda-meta` of the base installation: one `NAME-VERSION-BUILD.json` for each installed package.
    ///
    /// What its Python finds is another question, which the stores ask too: `InstalledPackages` in CondaCredentials.
    package func installedInBase(root: String?) -> [String] {
        root.flatMap { try? files.list(host.join($0, "conda-meta")) } ?? []
    }
}
