/// An enumeration of conda's: a parameter that takes one of a few words.
package enum Choice: String, Sendable, CaseIterable {
    case channelPriority = "ChannelPriority"
    case depsModifier = "DepsModifier"
    case pathConflict = "PathConflict"
    case safetyChecks = "SafetyChecks"
    case satSolverChoice = "SatSolverChoice"
    case updateModifier = "UpdateModifier"

    /// The words, as they are written.
    package var values: [String] {
        switch self {
        case .channelPriority: ["strict", "flexible", "disabled"]
        case .depsModifier: ["not_set", "no_deps", "only_deps"]
        case .pathConflict: ["clobber", "warn", "prevent"]
        case .safetyChecks: ["disabled", "warn", "enabled"]
        case .satSolverChoice: ["pycosat", "pycryptosat", "pysat"]
        case .updateModifier:
            ["specs_satisfied_skip_solve", "freeze_installed", "update_deps", "update_specs", "update_all"]
        }
    }

    /// The names that are accepted in place of the words, in the same order.
    package var names: [String] {
        switch self {
        case .pathConflict, .safetyChecks: values
        case .channelPriority, .depsModifier, .satSolverChoice, .updateModifier: values.map { $0.uppercased() }
        }
    }
}
