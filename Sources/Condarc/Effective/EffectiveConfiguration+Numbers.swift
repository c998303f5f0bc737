import LosslessYAML

extension EffectiveConfiguration {
    func subdir() throws(CondarcProblems) -> TracedValue {
        let own = try value("subdir")
        if own.value.isTrue { return own }
        let native = facts.platform
        // conda settles on the machine's platform before it reads its files: only a variable changes it.
        let forced = try value("force_32bit")
        guard case .variable = forced.origin, forced.value == true, native.hasSuffix("-64") else {
            return computed(.string(native))
        }
        return computed(.string(native.dropLast(2) + "32"))
    }

    func subdirs() throws(CondarcProblems) -> TracedValue {
        let own = try value("subdirs")
        if own.items?.isEmpty == false { return own }
        let subdir = try subdir()
        return TracedValue(.sequence([subdir, computed("noarch")]), from: subdir.origin)
    }

    func exportPlatforms(_ own: TracedValue) throws(CondarcProblems) -> TracedValue {
        guard let items = own.items, !items.isEmpty else {
            let subdir = try subdir()
            return TracedValue(.sequence([subdir]), from: subdir.origin)
        }
        return own.with(.sequence(unique(items)))
    }

    /// A number of threads: its own, else the default, else what conda takes for the step.
    func threads(_ name: String, _ own: TracedValue) throws(CondarcProblems) -> TracedValue {
        if own.value.isTrue { return own }
        let common = try value("default_threads")
        if common.value.isTrue { return common }
        switch name {
        case "repodata_threads": return computed(.null)
        case "fetch_threads": return computed(5)
        default: return computed(1)
        }
    }

    func verbosity() throws(CondarcProblems) -> TracedValue {
        let trace = try value("trace")
        if trace.value == true { return TracedValue(4, from: trace.origin) }
        let debug = try value("debug")
        if debug.value == true { return TracedValue(3, from: debug.origin) }
        return try value("verbosity")
    }

    func isVerbose(from level: Int) throws(CondarcProblems) -> TracedValue {
        let verbosity = try verbosity()
        guard case .int(let number) = verbosity.value else { return computed(false) }
        let isReached = number.intValue.map { $0 >= level } ?? !number.digits.hasPrefix("-")
        return verbosity.with(.scalar(.bool(isReached)))
    }
}
