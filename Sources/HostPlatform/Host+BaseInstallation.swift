extension Host {
    /// Finds the base installation: `--root`, else `CONDA_ROOT`, else `CONDA_EXE`, else `conda` on `PATH`, else none.
    ///
    /// - Parameter resolve: the path without symbolic links of an executable file, or nil where there is none.
    package func baseInstallation(
        rootOption: String? = nil, resolve: (String) -> String? = { _ in nil }
    ) -> BaseInstallation? {
        if let rootOption { return BaseInstallation(path: absolute(rootOption), source: .option) }
        if let root = environment.nonEmpty("CONDA_ROOT") {
            return BaseInstallation(path: absolute(expandingHome(root)), source: .variable("CONDA_ROOT"))
        }
        if let program = environment.nonEmpty("CONDA_EXE") {
            let root = root(ofProgram: absolute(program)) ?? resolve(absolute(program)).flatMap(root(ofProgram:))
            if let root { return BaseInstallation(path: root, source: .variable("CONDA_EXE")) }
        }
        for program in programsOnPath(named: "conda") {
            guard let resolved = resolve(program), let root = root(ofProgram: resolved) else { continue }
            return BaseInstallation(path: root, source: .program(program))
        }
        return nil
    }

    /// The installation that a conda program belongs to: `ROOT/bin`, `ROOT/condabin`, `ROOT\Scripts`, `ROOT\Library\bin`.
    private func root(ofProgram program: String) -> String? {
        let directory = platform.parent(of: program)
        let root = platform.parent(of: directory)
        let name = platform.baseName(of: directory)
        guard !root.isEmpty else { return nil }
        guard platform.isWindows else { return name == "bin" || name == "condabin" ? root : nil }
        switch name.lowercased() {
        case "scripts", "condabin": return root
        case "bin" where platform.baseName(of: root).lowercased() == "library": return platform.parent(of: root)
        default: return nil
        }
    }

    /// The paths at which a program of this name would be found, in the order of `PATH`.
    package func programsOnPath(named name: String) -> [String] {
        let names = platform.isWindows ? ["exe", "bat", "cmd"].map { "\(name).\($0)" } : [name]
        let directories = Array((environment["PATH"] ?? "").utf8).split(separator: platform.listSeparator)
            .map { String(decoding: $0, as: UTF8.self) }
        // A relative entry would make the answer depend on where the user stands; shells allow it, we do not.
        return directories.filter(platform.isAbsolute).flatMap { directory in
            names.map { platform.join(directory, $0) }
        }
    }
}
