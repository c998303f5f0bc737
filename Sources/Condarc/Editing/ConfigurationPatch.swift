import LosslessYAML

/// What `apply` is to make of a file: a value for each of some keys, or that it goes; checked and typed.
package struct ConfigurationPatch: Sendable {
    enum Change: Sendable {
        case set(YAMLValue)
        case remove
    }

    /// In the order of the text.
    private(set) var changes: [(key: String, change: Change)] = []

    /// One value, checked and typed already.
    init(setting key: String, to value: YAMLValue) { changes = [(key, .set(value))] }

    /// Reads a YAML map of parameters; throws `YAMLError` or `CondarcError` with the place in that text.
    ///
    /// - Parameters:
    ///   - keepsValues: keeps each value as it is written, nulls too, once it is known that its parameter takes it; and
    ///     lets unknown keys pass.
    ///   - pathExists: asks the file system, for values that must name a file.
    package init(
        _ bytes: [UInt8], keepsValues: Bool = false, pathExists: (String) -> Bool = { _ in true }
    ) throws {
        let document = try YAMLDocument(bytes)
        try document.checkIsConfiguration()
        guard let root = document.root, case .mapping(let pairs) = root.value else { return }
        var keys: [String: String] = [:]
        for pair in pairs {
            guard case .string(let key) = pair.key else {
                throw CondarcError(.badType, "a key is not a word", line: root.line, hint: "write NAME: VALUE")
            }
            do throws(CondarcError) {
                let isUnknown = keepsValues && ParameterTable.parameter(forKey: key) == nil
                let parameter = isUnknown ? nil : try PatchTyping.parameter(key)
                if let parameter, let other = keys.updateValue(key, forKey: parameter.name) {
                    throw CondarcError(
                        .aliasConflict, "'\(other)' and '\(key)' are names of the same parameter", key: key)
                }
                let change = try PatchTyping.change(pair.value, parameter, key, pathExists: pathExists)
                changes.append((key, keepsValues ? .set(pair.value) : change))
            } catch {
                let place = document.place(of: key, isValue: error.code == .badValue || error.code == .badType)
                throw CondarcError(
                    error.code, error.message, key: key, line: place?.line, column: place?.column, hint: error.hint)
            }
        }
    }
}

extension YAMLDocument {
    /// Where a key of the top-level map, or its value, stands.
    fileprivate func place(of key: String, isValue: Bool) -> SourceLocation? {
        guard let entry = ownEntries(named: [key]).first else { return nil }
        return isValue ? entry.value.location : entry.key.location
    }
}

/// Gives whole values the types of their parameters.
enum PatchTyping {
    /// The parameter that the key means; nil for `plugins`, whose settings only the plugins know.
    static func parameter(_ key: String) throws(CondarcError) -> Parameter? {
        if key == EditTarget.plugins { return nil }
        guard let parameter = ParameterTable.parameter(forKey: key) else {
            throw CondarcError(.unknownParameter, "there is no parameter '\(key)'", key: key)
        }
        return parameter
    }

    /// What a key's value asks for, checked by the parameter's type and rule.
    static func change(
        _ value: YAMLValue, _ parameter: Parameter?, _ key: String, pathExists: (String) -> Bool
    ) throws(CondarcError) -> ConfigurationPatch.Change {
        if value == .null { return .remove }
        guard let parameter else { return .set(value) }
        let typed = try typed(value, as: parameter.type, key)
        if let complaint = parameter.rule?.complaint(about: typed, pathExists: pathExists) {
            throw CondarcError(.badValue, "'\(key)': \(complaint.message)", key: key, hint: complaint.hint)
        }
        return .set(typed)
    }

    static func typed(_ value: YAMLValue, as type: ParameterType, _ key: String) throws(CondarcError) -> YAMLValue {
        switch type {
        case .primitive(let type): try typed(value, as: ElementType.primitive(type), key)
        case .sequence(let element, _): try items(value, of: element, key)
        case .map(let element): try entries(value, of: element, key)
        }
    }

    private static func typed(_ value: YAMLValue, as type: ElementType, _ key: String) throws(CondarcError) -> YAMLValue
    {
        switch type {
        case .primitive(let type):
            do throws(CondarcError) {
                return try Coercion.typed(value, as: type)
            } catch {
                throw CondarcError(error.code, "'\(key)': \(error.message)", hint: error.hint)
            }
        case .sequence(let type): return try items(value, of: .primitive(type), key)
        case .map(let type): return try entries(value, of: .primitive(type), key)
        }
    }

    private static func items(_ value: YAMLValue, of type: ElementType, _ key: String) throws(CondarcError) -> YAMLValue
    {
        guard case .sequence(let items) = value else {
            throw CondarcError(.badType, "'\(key)' is to be a list", hint: "write its items as '- ITEM' below it")
        }
        var result: [YAMLValue] = []
        for item in items { result.append(try typed(item, as: type, key)) }
        return .sequence(result)
    }

    private static func entries(_ value: YAMLValue, of type: ElementType, _ key: String) throws(CondarcError)
        -> YAMLValue
    {
        guard case .mapping(let pairs) = value else {
            throw CondarcError(.badType, "'\(key)' is to be a map", hint: "write its entries as 'NAME: VALUE' below it")
        }
        var result: [YAMLPair] = []
        for pair in pairs {
            guard case .string(let name) = pair.key else {
                throw CondarcError(.badType, "a key of '\(key)' is not a word", hint: "quote it")
            }
            result.append(YAMLPair(key: pair.key, value: try typed(pair.value, as: type, "\(key).\(name)")))
        }
        return .mapping(result)
    }
}
