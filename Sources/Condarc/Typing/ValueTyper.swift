import LosslessYAML

/// Gives a value the shape and the types of its parameter, and tells all that is wrong with it: the one typer for what
/// sources say, for what a user wants written, and for the rules of `check`.
///
/// Source: conda.common.configuration, the `load` methods of `PrimitiveParameter`, `SequenceParameter` and `MapParameter`,
/// and `LoadedParameter.typify`.
struct ValueTyper {
    /// How far a value is brought.
    enum Depth {
        /// To the shape alone, as conda merges values that have no type yet.
        case shape
        /// To the type of every single value, too.
        case type
    }

    /// Whose value it may be.
    enum Giver {
        /// A source: there, a null or an empty map stands for an empty list, and any value is a key.
        case source
        /// The user, who is told of such things.
        case user
        /// The user in a text, which says what is meant where YAML reads another thing.
        ///
        /// - Parameter nothing: how the text says that no value is wanted.
        case text(YAMLDocument, nothing: NoValue)

        fileprivate var nothing: NoValue { if case .text(_, let nothing) = self { nothing } else { .inFile } }

        fileprivate var isSource: Bool { if case .source = self { true } else { false } }
    }

    private let key: String
    private let type: ParameterType
    private let depth: Depth
    private let giver: Giver
    /// All of the value that is looked at.
    private var whole: TracedValue?
    private(set) var problems: [CondarcError] = []

    /// - Parameter key: as errors name it.
    init(_ key: String, _ type: ParameterType, to depth: Depth, from giver: Giver = .source) {
        self.key = key
        self.type = type
        self.depth = depth
        self.giver = giver
    }

    /// The value as the parameter has it.
    ///
    /// - Throws: the first thing that is wrong.
    static func value(
        _ value: TracedValue, of parameter: Parameter, to depth: Depth
    ) throws(CondarcError) -> TracedValue {
        try ValueTyper.value(value, as: parameter.type, of: parameter.name, to: depth)
    }

    /// A value that a user gives for a key, with its type.
    ///
    /// - Throws: the first thing that is wrong.
    static func value(_ value: YAMLValue, as type: ParameterType, of key: String) throws(CondarcError) -> YAMLValue {
        try ValueTyper.value(TracedValue(value, from: .builtIn), as: type, of: key, to: .type, from: .user).value
    }

    static func value(
        _ value: TracedValue, as type: ParameterType, of key: String, to depth: Depth, from giver: Giver = .source
    ) throws(CondarcError) -> TracedValue {
        var typer = ValueTyper(key, type, to: depth, from: giver)
        let result = typer.value(value)
        if let first = typer.problems.first { throw first }
        return result
    }

    /// The value as the type has it; what is wrong in it stays as it is, and is among the problems.
    mutating func value(_ value: TracedValue) -> TracedValue {
        whole = value
        return self.value(value, as: type, entry: "")
    }

    private mutating func value(_ value: TracedValue, as type: ParameterType, entry: String) -> TracedValue {
        switch type {
        case .primitive(let type): return single(value, type, entry)
        case .sequence(let element, _):
            let isEmpty = giver.isSource && (value.isNull || value.entries?.isEmpty == true)
            guard let items = isEmpty ? [] : value.items else { return mismatch(value, "list", entry) }
            if !isEmpty, stay(items, as: element) { return value }
            return value.with(.sequence(items.map { self.value($0, as: element, entry: entry) }))
        case .map(let element):
            let isEmpty = giver.isSource && value.isNull
            guard let entries = isEmpty ? [] : value.entries else { return mismatch(value, "map", entry) }
            return value.with(
                .mapping(
                    entries.map { pair in
                        let name = pair.key.text
                        if !giver.isSource, name == nil {
                            add(.badType, "a key is not a word", pair.value, entry, hint: "quote it")
                        }
                        let place = giver.isSource ? "" : "\(entry).\(name ?? "")"
                        return .init(key: pair.key, value: self.value(pair.value, as: element, entry: place))
                    }))
        }
    }

    /// Whether all items are as they have to be already, as in most long lists: then none is copied.
    private func stay(_ items: [TracedValue], as element: ParameterType) -> Bool {
        guard case .primitive(let type) = element, depth == .shape || type == .string else { return false }
        return items.indices.allSatisfy {
            switch items[$0].content {
            case .scalar(.string): true
            case .scalar: depth == .shape
            case .sequence, .mapping: false
            }
        }
    }

    private mutating func single(_ value: TracedValue, _ type: PrimitiveType, _ entry: String) -> TracedValue {
        guard case .scalar(let scalar) = value.content else { return mismatch(value, "single value", entry) }
        guard depth == .type else { return value }
        if type == .string, case .string = scalar { return value }
        do throws(CondarcError) {
            let scalar = try meant(value, scalar, type)
            return value.with(.scalar(try Coercion.typed(scalar, as: type)))
        } catch {
            scalar == .null
                ? add(error.code, "no value stands here", value, entry, hint: "write one, or remove the line")
                : add(
                    error.code, error.message, value, entry,
                    hint: ShapeHint.comment(in: scalar)
                        ?? (key.hasSuffix("_threads") ? "write 0, with which conda decides, or a whole number" : nil)
                        ?? error.advice)
            return value
        }
    }

    /// What a single value in a text of the user's stands for: of a text that YAML takes for a number or boolean the text, and
    /// no false where nobody wrote one.
    private func meant(
        _ value: TracedValue, _ scalar: YAMLValue, _ type: PrimitiveType
    ) throws(CondarcError) -> YAMLValue {
        guard case .text(let document, let nothing) = giver else { return scalar }
        switch (type, scalar) {
        case (.string, .null):
            throw CondarcError(.badValue, "no value stands here", hint: "write one, or remove the line")
        case (.string, .bool), (.string, .int), (.string, .float), (.stringOrNull, .bool), (.stringOrNull, .int),
            (.stringOrNull, .float):
            guard let range = value.origin.range, case let text = document.source.string(in: range), text.first != "*"
            else {
                throw CondarcError(
                    .badValue, "a number or boolean stands where a text is due",
                    hint: "put it in quotes behind its anchor")
            }
            return .string(text)
        case (.bool, .string(let text)), (.boolOrNull, .string(let text)), (.stringOrBool, .string(let text)):
            guard Coercion.isNoFalse(text, as: type) else { return scalar }
            throw CondarcError(
                .badValue,
                text.isEmpty ? "an empty text is no false" : "'\(text)' is no false",
                hint: "write true or false, or \(nothing.words)")
        default: return scalar
        }
    }

    private mutating func mismatch(_ value: TracedValue, _ due: String, _ entry: String) -> TracedValue {
        let hint: Advice =
            switch (due, value.origin) {
            case ("map", .variable):
                "maps cannot come from the environment: \(key == "proxy_servers" ? "set HTTPS_PROXY, or " : "")condarc-tool set \(key).NAME VALUE"
            case _ where ShapeHint.isTemplate(value): ForeignValue.templateHint
            default: ShapeHint.hint(for: value, due: due, in: whole ?? value, of: key, type, giver.nothing)
            }
        // One line that mends all of it is enough.
        if case .line(let line)? = hint.proposal, line.hasPrefix(key + ":"),
            problems.contains(where: { $0.advice == hint })
        {
            return value
        }
        add(.badType, "a \(due) is due, not \(value.noun)", value, entry, hint: hint)
        return value
    }

    private mutating func add(
        _ code: CondarcError.Code, _ message: Sentence, _ value: TracedValue, _ entry: String, hint: Advice?
    ) {
        problems.append(
            giver.isSource
                ? CondarcError(code, valueOf: key, message, from: value.origin, hint: hint)
                : CondarcError(code, valueOf: key + entry, message, hint: hint).placed(at: value.origin))
    }
}
