package import HostPlatform

/// Where conda looks for its configuration, weakest first.
///
/// Source: conda.base.constants, `SEARCH_PATH`, and conda.common.configuration, `Configuration._expand_search_path`.
package struct SearchPath: Sendable {
    /// One place of the search path.
    package struct Entry: Hashable, Sendable {
        /// The place as conda writes it, such as `$CONDA_ROOT/.condarc`.
        package let template: String
        /// The place on this machine; nil where a variable in it is not set.
        package let path: String?

        /// Whether a file is this place, or in it.
        package func holds(_ file: String, on host: Host) -> Bool {
            file == path || host.platform.parent(of: file) == path
        }

        package var owner: Owner {
            switch template {
            case "$CONDARC": .variable
            case _ where template.hasPrefix("$CONDA_PREFIX"): .environment
            case _ where template.hasPrefix("$XDG_CONFIG_HOME") || template.hasPrefix("~"): .user
            default: .system
            }
        }
    }

    /// Whose a place is.
    package enum Owner: String, Sendable {
        case system
        case user
        case environment
        case variable = "CONDARC"
    }

    package let entries: [Entry]

    /// The search path of a process.
    ///
    /// - Parameter prefix: the environment to look into; nil for the active one, or else the base installation.
    package init(host: Host, root: String?, prefix: String? = nil) {
        var variables: [String: String] = [:]
        if let root { variables["CONDA_ROOT"] = root }
        variables["CONDA_PREFIX"] =
            prefix ?? host.environment.nonEmpty("CONDA_PREFIX") ?? Self.defaultPrefix(host, root: root)
        entries = Self.templates(for: host.platform).map {
            Entry(template: $0, path: Self.expanded($0, host: host, variables: variables))
        }
    }

    /// The search path that consists of one file, as `conda config --file FILE --show` has it.
    package init(file: String, host: Host) {
        entries = [Entry(template: file, path: Self.expanded(file, host: host, variables: [:]))]
    }

    /// The places of one owner alone.
    package func only(_ owner: Owner) -> SearchPath { SearchPath(entries: entries.filter { $0.owner == owner }) }

    private init(entries: [Entry]) { self.entries = entries }

    /// The files to read, in order, each once.
    package func files(in files: some SourceFiles, host: Host) -> [String] { found(in: files, host: host).files }

    /// The same, and what conda passes over without a word: directories that cannot be listed, and links that lead to
    /// each other.
    package func found(in files: some SourceFiles, host: Host) -> (files: [String], passedOver: [String]) {
        var found: [String] = []
        var passedOver: [String] = []
        var seen: Set<String> = []
        var places: [String] = []
        func add(_ path: String) { if seen.insert(path).inserted { found.append(path) } }
        for path in entries.compactMap(\.path) where !places.contains(path) {
            // The base installation is the active environment, too, where no other is.
            places.append(path)
            switch files.kind(of: host.absolute(path)) {
            case .file where Self.isNamedAsSource(host.platform.baseName(of: path)): add(path)
            case .directory:
                guard let names = files.names(in: host.absolute(path)) else {
                    passedOver.append(path)
                    continue
                }
                for name in names.filter(Self.hasYAMLSuffix).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
                {
                    let inside = path == "." ? name : host.join(path, name)
                    if files.kind(of: host.absolute(inside)) == .file { add(inside) }
                }
            case .loop: passedOver.append(path)
            case .refused: add(path)
            case .file, .none, .other: break
            }
        }
        return (found, passedOver)
    }

    /// A file counts only under certain names.
    package static func isNamedAsSource(_ name: String) -> Bool {
        name == ".condarc" || name == "condarc" || hasYAMLSuffix(name)
    }

    /// `.yml` alone is a hidden file without suffix.
    private static func hasYAMLSuffix(_ name: String) -> Bool {
        [".yml", ".yaml"].contains { name.hasSuffix($0) && name != $0 }
    }

    private static func templates(for platform: Platform) -> [String] {
        let system = platform.isWindows ? ["C:/ProgramData/conda"] : ["/etc/conda", "/var/lib/conda"]
        let shared = ["$CONDA_ROOT", "$XDG_CONFIG_HOME/conda", "~/.config/conda", "~/.conda"]
        return (system + shared).flatMap(places) + ["~/.condarc"] + places("$CONDA_PREFIX") + ["$CONDARC"]
    }

    private static func places(_ directory: String) -> [String] {
        [directory + "/.condarc", directory + "/condarc", directory + "/condarc.d"]
    }

    /// Source: conda.base.context, `Context.default_prefix`, for an environment named by its path.
    private static func defaultPrefix(_ host: Host, root: String?) -> String? {
        guard let name = host.environment.nonEmpty("CONDA_DEFAULT_ENV"), name.utf8.contains(UInt8(ascii: "/")) else {
            return root
        }
        return host.platform.normalized(host.absolute(name))
    }

    /// Nil where a variable stays unset.
    private static func expanded(_ template: String, host: Host, variables: [String: String]) -> String? {
        var path = template
        if template.utf8.first == UInt8(ascii: "$") {
            let name = template.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
            let variable = String(Substring(name))
            guard let value = variables[variable] ?? host.environment[variable] else { return nil }
            // Once: a variable in a variable's value stays what it is.
            path = value + String(template[name.endIndex...])
        } else {
            path = host.expandingVariablesAnyStyle(path)
        }
        return clean(host.expandingHome(path), platform: host.platform)
    }

    /// Without doubled separators, `.` and a separator at the end; `..` stays.
    ///
    /// Source: CPython, `pathlib.PurePath`.
    private static func clean(_ path: String, platform: Platform) -> String {
        if isClean(path) { return path }
        let isAbsolute = path.hasPrefix("/")
        let isDoubled = path.hasPrefix("//") && !path.hasPrefix("///")
        if platform.isWindows { return path.hasSuffix("/") && path.utf8.count > 3 ? String(path.dropLast()) : path }
        let names = path.split(separator: "/").filter { $0 != "." }
        let text = names.joined(separator: "/")
        return isAbsolute ? (isDoubled ? "//" : "/") + text : text.isEmpty ? "." : text
    }

    /// Whether nothing is to be done: no two separators in a row, no `.` between them, none at the end.
    private static func isClean(_ path: String) -> Bool {
        var previous: (UInt8, UInt8) = (0, 0)
        let slash = UInt8(ascii: "/")
        for byte in path.utf8 {
            if byte == slash, previous.1 == slash || previous == (slash, UInt8(ascii: ".")) { return false }
            previous = (previous.1, byte)
        }
        return previous.1 != slash && previous != (slash, UInt8(ascii: ".")) && path.utf8.first == slash
    }
}
