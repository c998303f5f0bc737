import LosslessYAML

/// What a policy requires: set in a file, and not overridden by another; of a list its items are there, of a map its
/// entries. Variables do not count: they are one process's own.
extension PolicyAudit {
    mutating func holdRequirements() {
        for wish in policy.required where !isBroken(scope.target) { hold(wish) }
    }

    private mutating func hold(_ wish: Policy.WantedValue) {
        let parameter = wish.parameter
        let view = view(includesEnvironment: false)
        let isSet = !view.configuration.matches(for: parameter).isEmpty
        // An environment has to set nothing; it must only not set something else.
        if scope.kind == .environment, !isSetByEditable(parameter, view) { return }
        guard let present = view.value(of: parameter) else {
            reportInvalid(parameter)
            return
        }
        if isSet, missing(wish, in: present, view) == nil { return }
        let lacking = missing(wish, in: present, view) ?? wish.value
        let place = place(for: wish, view)
        let message =
            switch lacking {
            case .sequence(let items):
                "\(parameter.name): \(items.map { "'\($0.pythonText)'" }.joined(separator: ", ")) is required and not there"
            case .mapping(let pairs):
                "\(parameter.name): \(pairs.map { "'\($0.key.pythonText)'" }.joined(separator: ", ")) is required to be as the policy has it"
            default: "\(parameter.name): '\(lacking.pythonText)' is required"
            }
        guard let path = place.path else {
            report(.required, at: place.origin, key: parameter.name, message, hint: place.hint)
            return
        }
        for mending in mend(edits(for: wish, lacking: lacking)[...], in: path) {
            report(.required, at: place.origin, key: parameter.name, message, mending)
        }
    }

    private func isSetByEditable(_ parameter: Parameter, _ view: PolicyView) -> Bool {
        view.configuration.matches(for: parameter).contains { isEditable($0.source) }
    }

    /// The part of a wish that the present value does not fulfil; nil where it is fulfilled.
    private func missing(_ wish: Policy.WantedValue, in present: TracedValue, _ view: PolicyView) -> YAMLValue? {
        let missing = wish.value.missing(in: present.value)
        guard wish.parameter.name == "channels", case .sequence(let lacking)? = missing,
            case .sequence(let items) = present.value
        else { return missing }
        // A channel is there under its URL, too.
        let resolver = view.resolver
        let there = Set(items.flatMap { resolver.resolve($0.pythonText).baseURLs })
        let absent = lacking.filter { wanted in
            let urls = resolver.resolve(wanted.pythonText).baseURLs
            return urls.isEmpty || !urls.allSatisfy(there.contains)
        }
        return absent.isEmpty ? Optional.none : .some(.sequence(absent))
    }

    private func edits(for wish: Policy.WantedValue, lacking: YAMLValue) -> [PolicyEdit] {
        let name = wish.parameter.name
        switch (lacking, wish.parameter.type) {
        case (.sequence(let items), .sequence(of: .primitive, _)):
            return [.append(key: name, items.map(\.pythonText))]
        case (.mapping(let pairs), .map):
            return pairs.map { .set(key: "\(name).\($0.key.pythonText)", $0.value) }
        default: return [.set(key: name, wish.value)]
        }
    }

    /// The file to write to: the one that decides now, so that no second line says the same; else the target.
    private func place(
        for wish: Policy.WantedValue, _ view: PolicyView
    ) -> (path: String?, origin: Origin, hint: String?) {
        let target = scope.target.map { Origin.missing(in: $0) }
        if let decision = view.decision(on: wish.parameter) {
            let origin = self.origin(of: decision, wish.parameter)
            if isEditable(decision.source) { return (origin.path, origin, nil) }
            if decision.setting.value.flag == .final {
                let beyond = beyond(decision.source, origin)
                return (nil, origin, "\(beyond.message); \(beyond.hint)")
            }
            return (scope.target, origin, nil)
        }
        if let present = view.strongest(wish.parameter), isEditable(present.source) {
            let origin = self.origin(of: present, wish.parameter)
            return (origin.path, origin, nil)
        }
        return (scope.target, target ?? .builtIn, nil)
    }

    mutating func reportInvalid(_ parameter: Parameter) {
        do throws(CondarcProblems) {
            _ = try view(includesEnvironment: false).configuration.value(of: parameter)
        } catch {
            let problem = error.all[0]
            if violations.contains(where: { $0.rule == .invalid && $0.message == problem.description }) { return }
            report(
                PolicyViolation(
                    .invalid, home: scope.home, path: problem.path ?? "", line: problem.line, column: problem.column,
                    key: parameter.name, message: problem.description, hint: problem.hint))
        }
    }
}
