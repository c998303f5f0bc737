import LosslessYAML

/// What a policy pins: the effective value is this one, whoever else sets it. It is written with `#!final`, in the
/// system's file or, where only homes are held to the policy, in the user's.
///
/// Of several final values the weakest source's counts, so a final one below the target is taken away.
extension PolicyAudit {
    mutating func holdPins() {
        for pin in policy.pinned where !isBroken(scope.pinTarget) && !isHeld(pin) {
            guard scope.kind != .environment else {
                // What an environment's file sets otherwise goes.
                for member in original.members { unset(pin, in: member) }
                continue
            }
            guard let target = scope.pinTarget else { continue }
            let view = view()
            let present = view.decision(on: pin.parameter) ?? view.strongest(pin.parameter)
            let origin = present.map { self.origin(of: $0, pin.parameter) } ?? Origin.missing(in: target)
            let (message, hint) = (message(pin), hint(present?.source))
            report(
                .pinned, at: origin, key: pin.parameter.name, message, hint: hint,
                mend(.pin(key: pin.parameter.name, pin.value), in: target))
            for member in original.members.prefix(while: { $0.path != target }) where !isHeld(pin) {
                unset(pin, in: member)
            }
        }
    }

    /// Names what still stands in the way of a pin once all is done.
    mutating func closePins() {
        for pin in policy.pinned where !isBroken(scope.pinTarget) && !isHeld(pin) && !isTold(pin) {
            let view = view()
            guard let decision = view.decision(on: pin.parameter) ?? view.strongest(pin.parameter) else { continue }
            let origin = self.origin(of: decision, pin.parameter)
            let beyond = beyond(decision.source, origin)
            report(
                .pinned, at: origin, key: pin.parameter.name,
                "\(pin.parameter.name): \(origin.description) decides, and not the policy", hint: beyond.hint)
        }
    }

    /// Whether it was said already that the pin cannot be made.
    private func isTold(_ pin: Policy.WantedValue) -> Bool {
        violations.contains { $0.rule == .pinned && $0.key == pin.parameter.name && $0.mendedIn == nil }
    }

    /// Whether the value counts and stays, whatever stronger sources say.
    private func isHeld(_ pin: Policy.WantedValue) -> Bool {
        let view = view()
        guard let value = view.value(of: pin.parameter), value.value.isEquivalent(to: pin.value) else { return false }
        // What another environment sets is not pinned by this one's file.
        if scope.kind == .environment { return true }
        return view.decision(on: pin.parameter)?.setting.value.flag == .final
    }

    private mutating func unset(_ pin: Policy.WantedValue, in member: PolicyScope.Member) {
        guard member.isEditable, let path = member.path, let setting = member.source.settings(of: pin.parameter).last
        else { return }
        report(
            .pinned, at: setting.value.origin, key: pin.parameter.name,
            "\(pin.parameter.name): it is set here, and the policy pins it",
            mend(.unset(pin.parameter.name), in: path))
    }

    private func message(_ pin: Policy.WantedValue) -> String {
        let name = pin.parameter.name
        guard let value = view().value(of: pin.parameter), value.value.isEquivalent(to: pin.value) else {
            switch pin.value {
            case .sequence, .mapping: return "\(name): the value is not the pinned one"
            default: return "\(name): it is pinned to '\(pin.value.pythonText)'"
            }
        }
        return "\(name): the value is the pinned one, and is not marked #!final"
    }

    private func hint(_ source: Source?) -> String? {
        guard case .environment? = source?.kind else { return nil }
        return "a variable of this process says otherwise; #!final in a file is stronger"
    }
}
