import CondaURL
package import HostPlatform
package import LosslessYAML

/// Runs the rules over one file after another; it keeps nothing of a file it is done with.
package struct Checker: Sendable {
    private let options: CheckOptions
    private let host: Host
    private let facts: MachineFacts
    /// All sources, where the files are those of the search path, so that names mean what they mean together.
    private let whole: Configuration?

    package init(_ options: CheckOptions, host: Host, facts: MachineFacts, whole: Configuration? = nil) {
        self.options = options
        self.host = host
        self.facts = facts
        self.whole = whole
    }

    /// What is known of a file beside its content.
    package struct FileTraits: Sendable {
        /// Whether every user of the machine may read it.
        package var isReadableByOthers: Bool
        /// Whether it is one user's own, so that others lose nothing when they may no longer read it.
        package var isPrivate: Bool

        package init(isReadableByOthers: Bool = false, isPrivate: Bool = false) {
            self.isReadableByOthers = isReadableByOthers
            self.isPrivate = isPrivate
        }
    }

    /// What the rules find in a file's content, in the order of its lines.
    package func findings(
        path: String, bytes: [UInt8], traits: FileTraits = FileTraits(), memory: CheckMemory = CheckMemory()
    ) -> [Finding] {
        findings(path: path, bytes: bytes, .init(configuration: bytes), traits: traits, memory: memory)
    }

    /// The same of a file that was read already.
    package func findings(
        path: String, bytes: [UInt8], _ reading: Result<YAMLDocument, YAMLError>, traits: FileTraits,
        memory: CheckMemory
    ) -> [Finding] {
        let findings = untriedFindings(path: path, reading, traits: traits, memory: memory)
        return findings.isEmpty ? [] : withTriedRemedies(findings, path: path, bytes: bytes, traits, memory)
    }

    /// The same, with remedies that nobody has followed.
    ///
    /// - Parameter refusing: whether fixes that the file does not allow are taken from the findings, which tries each.
    func untriedFindings(
        path: String, _ reading: Result<YAMLDocument, YAMLError>, traits: FileTraits = FileTraits(),
        memory: CheckMemory = CheckMemory(), refusing: Bool = true
    ) -> [Finding] {
        switch reading {
        case .success(let document):
            findings(path: path, document: document, traits: traits, memory: memory, refusing: refusing)
        case .failure(let error):
            findings(path) { $0.checkFailure(.syntax(error), &$1) }
        }
    }

    func findings(
        path: String, document: YAMLDocument, traits: FileTraits, memory: CheckMemory = CheckMemory(),
        refusing: Bool = true
    ) -> [Finding] {
        let reading = SourceReader.reading(path: path, document: document)
        let source = Source(.file(path: path), settings: reading.settings)
        let found = findings(source, path: path, document, reading, traits, memory)
        return refusing ? withoutRefused(found, in: document) : found
    }

    /// What the rules find in values that are given to be written elsewhere: in a map in a text, where a null takes a key
    /// away, and what YAML takes for a number keeps its text.
    package func findings(path: String, document: YAMLDocument, giving root: YAMLNode) -> [Finding] {
        let reading = SourceReader.reading(path: path, document: document, in: root)
        let source = Source(.file(path: path), settings: reading.settings.filter { !$0.value.isNull })
        let found = findings(
            source, path: path, document, reading, FileTraits(), CheckMemory(), in: root.resolved.range)
        var lost = FindingCollector(path: path, source: document.source)
        for setting in reading.settings {
            for rule in RuleCatalog.all { rule.checkTaken(setting, &lost) }
        }
        return found.filter { if case .quote? = $0.fix { false } else { true } } + lost.told
    }

    /// What the rules find in the variables `CONDA_…`.
    package func findings(environment source: Source) -> [Finding] {
        findings(source, path: "environment", nil, nil, FileTraits(), CheckMemory())
    }

    private func findings(
        _ source: Source, path: String, _ document: YAMLDocument?, _ reading: SourceReader.Reading?,
        _ traits: FileTraits, _ memory: CheckMemory, in range: SourceRange? = nil
    ) -> [Finding] {
        // What pieces of a URL look like is no mistake of its own.
        let known = source.settings.filter { $0.secretIsCutAt == nil }
            .compactMap { setting in setting.parameter.map { (setting: setting, parameter: $0) } }
        let context = EffectiveConfiguration(
            whole ?? Configuration(host: host, sources: [source]), facts: facts,
            plainResolver: memory.plainResolver(host, facts))
        let computed = computed(context, memory)
        let problems = reading?.problems ?? []
        let unreadable = Set(problems.lazy.filter { $0.kind == .unreadableValue }.map(\.node.range.lowerBound))
        let subject = CheckSubject(
            path: path, document: document, settings: source.settings, known: known,
            namesOfKnown: known.map(\.parameter.ownName), ownChannels: CheckSubject.ownChannels(in: known),
            problems: problems, unreadable: unreadable, ineffectiveFlags: reading?.ineffectiveFlags ?? [],
            valueProblems: valueProblems(known, besides: problems), secrets: secrets(document, in: range),
            traits: traits, isPartOfWhole: document == nil || whole != nil, options: options,
            suppressions: document.map(Suppressions.init) ?? .none, context: context, resolver: computed.resolver,
            computedProblems: computed.problems.filter { $0.path == source.path })
        let findings = findings(path, document?.source) { $0.checkSource(subject, &$1) }
        guard !findings.isEmpty else { return [] }
        return findings.filter { !subject.suppressions.suppress($0) }
            .enumerated()
            .sorted { ($0.1.line, $0.1.column, $0.0) < ($1.1.line, $1.1.column, $1.0) }
            .map(\.element)
    }

    private func secrets(_ document: YAMLDocument?, in range: SourceRange?) -> [SecretSpan] {
        let all = document.map(FileSecrets.certain) ?? []
        guard let range else { return all }
        return all.filter { range.offsets.overlaps($0.range) }
    }

    /// - Parameter problems: what of the values cannot be read at all, and is told so.
    private func valueProblems(
        _ known: [(setting: Setting, parameter: Parameter)], besides problems: [SourceReader.Problem]
    ) -> [ValueProblem] {
        let found = known.flatMap {
            ValueProblem.problems(with: $0.setting, of: $0.parameter, pathExists: options.pathExists)
        }
        guard !problems.isEmpty else { return found }
        return found.filter { found in
            !problems.contains {
                $0.kind == .unreadableValue && !$0.error.isPassedOver
                    && $0.node.range.contains(found.origin.range?.lowerBound ?? -1)
            }
        }
    }

    /// What is found of a file that cannot be read.
    package func findings(unreadable path: String, message: String, hint: String?) -> [Finding] {
        findings(path) { $0.checkFailure(.unreadable(message: message, hint: hint), &$1) }
    }

    /// What is wrong with all sources together, and with none of them alone.
    package func findingsOfWhole() -> [Finding] {
        guard let whole else { return [] }
        let checked = CheckedConfiguration(effective: EffectiveConfiguration(whole, facts: facts), options: options)
        return findings("configuration") { $0.checkWhole(checked, &$1) }
    }

    /// What conda computes from the context, and what gives channels their meaning in it.
    private func computed(
        _ context: EffectiveConfiguration, _ memory: CheckMemory
    ) -> (problems: [CondarcError], resolver: ChannelResolver) {
        if whole != nil, let known = memory.ofWhole { return known }
        var resolver: ChannelResolver?
        let problems = context.computedProblems(&resolver)
        let computed = (problems, resolver ?? memory.plainResolver(host, facts))
        if whole != nil { memory.ofWhole = computed }
        return computed
    }

    /// What the selected rules find, one after the other.
    private func findings(
        _ path: String, _ source: SourceText? = nil, _ look: (any CheckRule.Type, inout FindingCollector) -> Void
    ) -> [Finding] {
        var findings = FindingCollector(path: path, source: source)
        for rule in options.selection.rules { look(rule, &findings) }
        return findings.told
    }
}
