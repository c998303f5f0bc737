import HostPlatform
import LosslessYAML

extension EffectiveConfiguration {
    /// The base environment; empty where there is none.
    func rootPrefix() throws(CondarcProblems) -> TracedValue {
        let own = try value("root_prefix")
        guard let text = own.value.text, !text.isEmpty else { return computed(.string(facts.root ?? "")) }
        return own.with(.scalar(.string(absolute(text))))
    }

    /// Whether packages may be installed in the base environment; one is known by its history.
    ///
    /// Source: conda.base.context, `Context.root_writable`.
    private func rootIsWritable() throws(CondarcProblems) -> Bool {
        let root = try rootPrefix().value.text ?? ""
        if root.isEmpty || root == facts.root { return facts.rootIsWritable }
        return facts.mayChange(host.join(root, "conda-meta/history"))
    }

    /// Source: conda.base.context, `mockable_context_envs_dirs`.
    func environmentDirectories(_ own: TracedValue) throws(CondarcProblems) -> TracedValue {
        let root = try fixed(inRoot: "envs")
        let fixed = try rootIsWritable() ? root + [inHome("envs")] : [inHome("envs")] + root
        return own.with(.sequence(unique((own.items ?? []).map(expanded) + fixed + (try windowsData("envs")))))
    }

    func packageDirectories(_ own: TracedValue) throws(CondarcProblems) -> TracedValue {
        if let items = own.items, !items.isEmpty { return own.with(.sequence(unique(items.map(expanded)))) }
        let name = try value("force_32bit").value == true ? "pkgs32" : "pkgs"
        return own.with(.sequence(unique(try fixed(inRoot: name) + [inHome(name)] + (try windowsData(name)))))
    }

    func buildRoot(_ own: TracedValue) throws(CondarcProblems) -> TracedValue {
        if let named = try namedBuildRoots(own).first {
            return named.with(.scalar(.string(absolute(named.value.text ?? ""))))
        }
        let root = try rootPrefix().value.text ?? ""
        let isInRoot = root.isEmpty ? false : try rootIsWritable()
        let place = isInRoot ? host.join(root, "conda-bld") : host.expanded("~/conda-bld")
        return computed(.string(place))
    }

    /// The directories with packages that were built here.
    ///
    /// Source: conda.base.context, `conda_build_local_paths`.
    func localBuildDirectories() throws(CondarcProblems) -> [String] {
        let set = try namedBuildRoots(try value("croot")).map { $0.value.text ?? "" }
        let root = try rootPrefix().value.text ?? ""
        var found: [String] = []
        for place in set + [root.isEmpty ? "" : host.join(root, "conda-bld"), "~/conda-bld"] where !place.isEmpty {
            let path = host.expanded(place)
            if !found.contains(path), facts.isDirectory(path) { found.append(path) }
        }
        return found
    }

    /// Where packages are built by a setting, the one that counts first.
    private func namedBuildRoots(_ croot: TracedValue) throws(CondarcProblems) -> [TracedValue] {
        var named = [croot, try value("bld_path")]
        if let root = try value("conda_build").entry("root-dir") { named.append(root) }
        return named.filter { $0.value.text?.isEmpty == false }
    }

    // MARK: Parts

    private func fixed(inRoot name: String) throws(CondarcProblems) -> [TracedValue] {
        let root = try rootPrefix()
        guard let text = root.value.text, !text.isEmpty else { return [] }
        return [TracedValue(.string(host.expanded(host.join(text, name))), from: root.origin)]
    }

    private func inHome(_ name: String) -> TracedValue {
        computed(.string(host.expanded(host.join(host.join("~", ".conda"), name))))
    }

    private func windowsData(_ name: String) throws(CondarcProblems) -> [TracedValue] {
        guard host.platform.isWindows, let data = host.environment.nonEmpty("LOCALAPPDATA") else { return [] }
        return [computed(.string(host.join(host.join(host.join(data, "conda"), "conda"), name)))]
    }

    private func expanded(_ item: TracedValue) -> TracedValue {
        item.with(.scalar(.string(host.expanded(item.value.pythonText))))
    }

    private func absolute(_ path: String) -> String {
        host.platform.normalized(host.absolute(host.expandingHome(path)))
    }

    func unique(_ items: [TracedValue]) -> [TracedValue] {
        var seen: Set<YAMLValue> = []
        return items.filter { seen.insert($0.value).inserted }
    }
}
