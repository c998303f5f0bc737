package import HostPlatform

extension Configuration {
    /// Reads every source: the files of the search path, the environment, and what options set.
    ///
    /// A file that cannot be read or parsed becomes a source with the reason; the others count. A directory that cannot
    /// be listed is none.
    ///
    /// - Parameter reveals: leaves secrets in URLs that variables of the environment cut in pieces.
    package static func load(
        _ searchPath: SearchPath, host: Host, files: some SourceFiles, commandLine: Source = Source(.commandLine),
        reveals: Bool = false, pathExists: @escaping @Sendable (String) -> Bool
    ) -> Configuration {
        var sources: [Source] = []
        let found = searchPath.found(in: files, host: host)
        for path in found.files {
            do throws(CondarcError) {
                sources.append(SourceReader.source(path: path, bytes: try files.bytes(of: host.absolute(path))))
            } catch { sources.append(Source(.file(path: path), failure: error)) }
        }
        sources.append(.environment(host, reveals: reveals))
        sources.append(commandLine)
        var passedOver: [CondarcError] = []
        for path in found.passedOver {
            do throws(CondarcError) {
                _ = try files.bytes(of: host.absolute(path))
            } catch {
                passedOver.append(error)
            }
        }
        return Configuration(host: host, sources: sources, passedOver: passedOver, pathExists: pathExists)
    }

    /// Why sources could not be read, one by one.
    package var failures: [CondarcError] { sources.compactMap(\.failure) }
}
