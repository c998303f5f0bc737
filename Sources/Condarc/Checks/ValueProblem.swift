/// A value that conda does not take.
struct ValueProblem {
    enum Kind {
        /// It has another shape than its parameter, or cannot become its type.
        case type
        case choice
        /// conda's own validation refuses it.
        case validation
        /// It names a file that is not there.
        case missingFile
    }

    let kind: Kind
    let setting: Setting
    let parameter: Parameter
    /// What is wrong with the value, or with an item or entry of it.
    let error: CondarcError

    var origin: Origin { error.origin ?? setting.value.origin }
}

extension ValueProblem {
    /// Everything that is wrong with the value of one setting.
    static func problems(with setting: Setting, of parameter: Parameter, pathExists: (String) -> Bool) -> [Self] {
        var typer = ValueTyper(parameter.name, parameter.type, to: .type)
        let typed = typer.value(setting.value)
        func problem(_ kind: Kind, _ error: CondarcError) -> Self {
            Self(kind: kind, setting: setting, parameter: parameter, error: error)
        }
        guard typer.problems.isEmpty else {
            let isChoice = if case .choice = parameter.type.innermost { true } else { false }
            return typer.problems.map { problem(isChoice && $0.code == .badValue ? .choice : .type, $0) }
        }
        guard let rule = parameter.rule, let error = rule.error(about: typed, of: parameter, pathExists: pathExists)
        else { return [] }
        return [problem(rule == .existingPathOrTruststore ? .missingFile : .validation, error)]
    }
}
