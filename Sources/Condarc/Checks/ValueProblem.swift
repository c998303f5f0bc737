import LosslessYAML

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
    /// The value, or the item or entry of it.
    let origin: Origin
    let message: String
    let hint: String?
}

extension ValueProblem {
    /// Everything that is wrong with the value of one setting.
    static func problems(with setting: Setting, of parameter: Parameter, pathExists: (String) -> Bool) -> [Self] {
        var finder = ValueProblemFinder(setting: setting, parameter: parameter)
        finder.look(pathExists: pathExists)
        return finder.found
    }
}

private struct ValueProblemFinder {
    let setting: Setting
    let parameter: Parameter
    var found: [ValueProblem] = []

    mutating func look(pathExists: (String) -> Bool) {
        let loader = Loader(parameter)
        let value = setting.value
        let typed: TracedValue?
        switch parameter.type {
        case .primitive: typed = self.typed(value, loader)
        case .sequence(let element, _):
            typed = parts(of: value, value.isNull ? [] : value.items, element, loader).map { value.with(.sequence($0)) }
        case .map(let element):
            let entries = value.isNull ? [] : value.entries
            typed = parts(of: value, entries?.map(\.value), element, loader).map { _ in value }
        }
        guard let typed, let rule = parameter.rule else { return }
        if let complaint = rule.complaint(about: typed.value, pathExists: pathExists) {
            add(
                rule == .existingPathOrTruststore ? .missingFile : .validation, typed, complaint.message, complaint.hint
            )
        }
    }

    /// The items or entries, each typed by itself so that each mistake is found; nil where one is wrong.
    private mutating func parts(
        of value: TracedValue, _ parts: [TracedValue]?, _ element: ElementType, _ loader: Loader
    ) -> [TracedValue]? {
        guard let parts else {
            _ = typed(value, loader)
            return nil
        }
        var typed: [TracedValue] = []
        var isWhole = true
        for part in parts {
            // A list or map of one part has the same rules for that part.
            let whole: TracedValue =
                if case .map = parameter.type {
                    value.with(.mapping([.init(key: .null, value: part)]))
                } else {
                    value.with(.sequence([part]))
                }
            if let done = self.typed(whole, loader) {
                if let item = done.items?.first { typed.append(item) }
            } else {
                isWhole = false
            }
        }
        return isWhole ? typed : nil
    }

    private mutating func typed(_ value: TracedValue, _ loader: Loader) -> TracedValue? {
        do throws(CondarcError) {
            return try loader.typed(try loader.shaped(value))
        } catch {
            var kind = ValueProblem.Kind.type
            if case .choice = parameter.type.innermost, error.code == .badValue { kind = .choice }
            let origin: Origin =
                if let line = error.line, let column = error.column, let path = error.path {
                    .file(path: path, line: line, column: column, range: error.range)
                } else {
                    value.origin
                }
            // A finding names parameter and place by itself.
            let prefix = parameter.name + ": "
            let suffix = " (from \(value.origin.description))"
            var message = error.message
            if message.hasPrefix(prefix) { message = String(message.dropFirst(prefix.count)) }
            if message.hasSuffix(suffix) { message = String(message.dropLast(suffix.count)) }
            found.append(
                ValueProblem(
                    kind: kind, setting: setting, parameter: parameter, origin: origin, message: message,
                    hint: error.hint))
            return nil
        }
    }

    private mutating func add(_ kind: ValueProblem.Kind, _ value: TracedValue, _ message: String, _ hint: String) {
        found.append(
            ValueProblem(
                kind: kind, setting: setting, parameter: parameter, origin: value.origin, message: message, hint: hint))
    }
}

extension ParameterType {
    /// The type of the innermost values.
    package var innermost: PrimitiveType {
        switch self {
        case .primitive(let type): type
        case .sequence(let element, _), .map(let element): element.innermost
        }
    }
}
