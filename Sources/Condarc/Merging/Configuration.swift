package import HostPlatform
import LosslessYAML

/// All sources of one process, weakest first, and what they make together.
///
/// The way into reading in this module. `SearchPath` says which files count (`Sources`), `SourceReader` makes settings of a
/// file's text (`Reading`), `ValueTyper` gives values the types of their `Parameter`s (`Typing`, `Parameters`), `Merge` makes
/// one value of several. `EffectiveConfiguration` adds what conda computes, such as channels. `Checker` runs the rules over
/// files, `PolicyAudit` holds them to a policy, and `CondarcEditor` is the way into changing one.
///
/// Source: conda.common.configuration, `Configuration` and `ParameterLoader`.
package struct Configuration: Sendable {
    package let host: Host
    package let sources: [Source]
    /// Why directories of the search path could not be listed: conda passes over them.
    package let passedOver: [CondarcError]
    /// Asks whether a path is there, for the rule of `ssl_verify`.
    let pathExists: @Sendable (String) -> Bool
    /// The names of the parameters that any source sets: most are set by none.
    private let namesOfSet: Set<String>

    package init(
        host: Host, sources: [Source], passedOver: [CondarcError] = [],
        pathExists: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.host = host
        self.sources = sources
        self.passedOver = passedOver
        self.pathExists = pathExists
        namesOfSet = sources.reduce(into: []) { $0.formUnion($1.namesOfSet) }
    }

    /// What one source says about a parameter.
    package struct Match: Sendable {
        package let source: Source
        package let setting: Setting
    }

    /// What the sources say about a parameter, weakest first.
    package func matches(for parameter: Parameter) -> [Match] {
        sources.compactMap { source in
            source.settings(of: parameter).strongest.map { Match(source: source, setting: $0) }
        }
    }

    /// Sources that set a parameter under several of its names at once.
    package func aliasConflicts(of parameter: Parameter) -> [CondarcError] {
        sources.compactMap { $0.setsTwice(parameter) ? $0.aliasConflict(of: parameter) : nil }
    }

    /// The value of a parameter that all sources make together, typed, variables expanded; items and entries keep
    /// their origin. conda's default where no source counts.
    ///
    /// - Throws: `CondarcProblems`.
    package func value(of parameter: Parameter) throws(CondarcProblems) -> TracedValue {
        guard namesOfSet.contains(parameter.name) else { return TracedValue(parameter.defaultValue, from: .builtIn) }
        var problems = aliasConflicts(of: parameter)
        do throws(CondarcError) {
            let typed = try merged(parameter)
            if let complaint = complaint(about: typed, of: parameter) { problems.append(complaint) }
            if problems.isEmpty { return typed }
        } catch { problems.append(error) }
        throw CondarcProblems(problems)
    }

    private func merged(_ parameter: Parameter) throws(CondarcError) -> TracedValue {
        let given = matches(for: parameter).map(\.setting.value).filter { !isAbsent($0, for: parameter) }
        guard !given.isEmpty else { return TracedValue(parameter.defaultValue, from: .builtIn) }
        let merged: TracedValue
        if parameter.type.isPrimitive {
            // Of single values only the one that counts is looked at.
            merged = try ValueTyper.value(Merge.strongest(given), of: parameter, to: .shape)
        } else {
            merged = Merge.values(
                try given.map { (value) throws(CondarcError) in
                    try ValueTyper.value(value, of: parameter, to: .shape)
                })
        }
        // Few texts hold a variable, and a list without any is not copied.
        let expands =
            parameter.expandsVariables
            && merged.firstOfTexts { text, origin in host.mayExpandVariables(text) ? origin : nil } != nil
        let expanded = expands ? merged.mapScalars { $0.expandingVariables(host) } : merged
        return try ValueTyper.value(expanded, of: parameter, to: .type)
    }

    /// Whether no source sets any of the parameters of these names.
    func isSilent(about names: Set<String>) -> Bool { namesOfSet.isDisjoint(with: names) }

    /// Whether any source sets the parameter of that name.
    package func isSet(_ name: String) -> Bool { namesOfSet.contains(name) }

    /// conda passes over `channels:` without anything.
    func isAbsent(_ value: TracedValue, for parameter: Parameter) -> Bool {
        !parameter.type.isPrimitive && value.isNull
    }

    private func complaint(about value: TracedValue, of parameter: Parameter) -> CondarcError? {
        parameter.rule?.error(about: value, of: parameter, pathExists: pathExists)
    }

    /// Everything that is wrong with the values that the sources make together.
    ///
    /// Source: conda.common.configuration, `validate_configuration`, and conda.base.context, `post_build_validation`.
    package func problems() -> [CondarcError] { problems(of: { _ in true }) + contradictions() }

    /// What is wrong with the values of some parameters, by their names.
    package func problems(of isAsked: (_ name: String) -> Bool) -> [CondarcError] {
        var problems: [CondarcError] = []
        for name in ParameterTable.loadingOrder where namesOfSet.contains(name) && isAsked(name) {
            guard let parameter = ParameterTable.parameter(named: name) else { continue }
            do throws(CondarcProblems) {
                _ = try value(of: parameter)
            } catch {
                problems += error.all
            }
        }
        return problems
    }

    /// Parameters whose values exclude each other, and those that are of no use without another.
    package func contradictions() -> [CondarcError] { [keyWithoutCertificate, copyAndLink].compactMap { $0 } }

    /// What another source can still mend.
    package var keyWithoutCertificate: CondarcError? {
        guard let key = set("client_ssl_cert_key"), key.value.isTrue, set("client_ssl_cert")?.value.isTrue != true
        else { return nil }
        return CondarcError(
            .contradiction, valueOf: "client_ssl_cert_key", "the key is of no use without client_ssl_cert",
            from: key.origin, hint: "set client_ssl_cert to the file with the certificate")
    }

    package var copyAndLink: CondarcError? {
        guard let copy = set("always_copy"), copy.value == true, let link = set("always_softlink"), link.value == true
        else { return nil }
        return CondarcError(
            .contradiction, valueOf: "always_copy", "always_copy and always_softlink cannot both be true",
            from: link.origin.isBehind(copy.origin) ? link.origin : copy.origin, hint: "set one of them to false")
    }

    /// A value that is set, and where its key stands.
    private func set(_ name: String) -> (value: YAMLValue, origin: Origin)? {
        guard namesOfSet.contains(name), let parameter = ParameterTable.parameter(named: name),
            let value = try? value(of: parameter)
        else { return nil }
        let match = matches(for: parameter).first { $0.setting.value.origin == value.origin }
        return (value.value, match?.setting.origin ?? value.origin)
    }

    /// What one source sets, typed, in conda's order, under the names it uses; and what is wrong with it.
    ///
    /// Source: conda.common.configuration, `check_source`.
    package func typedSettings(
        of source: Source
    ) -> (settings: [(setting: Setting, value: TracedValue)], problems: [CondarcError]) {
        var settings: [(setting: Setting, value: TracedValue)] = []
        var problems: [CondarcError] = []
        let names = source.namesOfSet
        for name in ParameterTable.loadingOrder where names.contains(name) {
            guard let parameter = ParameterTable.parameter(named: name) else { continue }
            if let conflict = source.aliasConflict(of: parameter) { problems.append(conflict) }
            guard let setting = source.settings(of: parameter).strongest else { continue }
            do throws(CondarcError) {
                let typed = try ValueTyper.value(setting.value, of: parameter, to: .type)
                if let complaint = complaint(about: typed, of: parameter) {
                    problems.append(complaint)
                } else {
                    settings.append((setting, typed))
                }
            } catch { problems.append(error) }
        }
        return (settings, problems)
    }
}

extension Source {
    func aliasConflict(of parameter: Parameter) -> CondarcError? {
        let settings = settings(of: parameter)
        guard settings.count > 1, let last = settings.last else { return nil }
        let names = settings.map(\.key).joined(separator: ", ")
        return CondarcError(
            .aliasConflict, "\(names) are names of one parameter and stand in one source (\(name))",
            key: parameter.name, path: last.origin.path, at: last.origin.location,
            hint: "keep only \(parameter.name)")
    }
}

extension [Setting] {
    /// The one that conda reads of several names for one parameter; the conflict is an error all the same.
    fileprivate var strongest: Setting? { count == 1 ? self[0] : first(where: \.hasOwnName) }
}

extension YAMLValue {
    fileprivate func expandingVariables(_ host: Host) -> YAMLValue {
        text.map { .string(host.expandingVariables($0)) } ?? self
    }
}
