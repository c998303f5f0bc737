import LosslessYAML

/// What `apply` is to make of a file: a value for each of some keys, or that it goes; checked and typed.
package struct ConfigurationPatch: Sendable {
    struct Entry: Sendable {
        let key: String
        /// Nil for a key of `plugins`.
        let parameter: Parameter?
        /// Nil: the key goes.
        let value: YAMLValue?
    }

    let entries: [Entry]

    /// Reads a YAML map of parameters; throws `YAMLError` or `CondarcError` with the place in that text.
    ///
    /// - Parameter pathExists: asks the file system, for values that must name a file.
    package init(_ bytes: [UInt8], pathExists: (String) -> Bool = { _ in true }) throws {
        let document = try YAMLDocument(bytes)
        try document.checkIsConfiguration()
        guard let root = document.root, case .mapping(let pairs) = root.value else {
            entries = []
            return
        }
        var entries: [Entry] = []
        var keys: [String: String] = [:]
        for pair in pairs {
            guard case .string(let key) = pair.key else {
                throw CondarcError(.badType, "a key is not a word", line: root.line, hint: "write NAME: VALUE")
            }
            let place = document.node(at: NodePath([.key(key)]))?.location
            func error(_ error: CondarcError) -> CondarcError {
                CondarcError(
                    error.code, error.message, key: error.key ?? key, line: place?.line, column: place?.column,
                    hint: error.hint)
            }
            if key == EditTarget.plugins {
                entries.append(Entry(key: key, parameter: nil, value: pair.value == .null ? nil : pair.value))
                continue
            }
            guard let parameter = ParameterTable.parameter(forKey: key) else {
                throw error(CondarcError(.unknownParameter, "there is no parameter '\(key)'"))
            }
            if let other = keys.updateValue(key, forKey: parameter.name) {
                throw error(CondarcError(.aliasConflict, "'\(other)' and '\(key)' are names of the same parameter"))
            }
            do throws(CondarcError) {
                let value: YAMLValue? =
                    pair.value == .null ? nil : try PatchTyping.typed(pair.value, as: parameter.type, key)
                if let value, let complaint = parameter.rule?.complaint(about: value, pathExists: pathExists) {
                    throw CondarcError(.badValue, "'\(key)': \(complaint.message)", hint: complaint.hint)
                }
                entries.append(Entry(key: key, parameter: parameter, value: value))
            } catch let refusal {
                throw error(refusal)
            }
        }
        self.entries = entries
    }
}

/// Gives whole values the types of their parameters.
enum PatchTyping {
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
