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
    ///   - bytes: the text of the map.
    ///   - keepsValues: keeps each value as it is written, nulls too, once it is known that its parameter takes it; and
    ///     lets unknown keys pass.
    ///   - pathExists: asks the file system, for values that must name a file.
    package init(
        _ bytes: [UInt8], keepsValues: Bool = false, pathExists: (String) -> Bool = { _ in true }
    ) throws {
        let document = try YAMLDocument(configuration: bytes)
        try document.checkIsConfiguration()
        guard let root = document.root, case .mapping(let pairs) = root.value else { return }
        var keys: [String: String] = [:]
        for pair in pairs {
            guard case .string(let key) = pair.key else {
                throw CondarcError(.badType, "a key is not a word", at: root.location, hint: "write NAME: VALUE")
            }
            var other: String?
            do throws(CondarcError) {
                // What conda does not know can go, but cannot come.
                let isUnknown = (keepsValues || pair.value == .null) && ParameterTable.parameter(forKey: key) == nil
                let parameter = isUnknown ? nil : try PatchTyping.parameter(key)
                if let parameter { other = keys.updateValue(key, forKey: parameter.name) }
                if let other {
                    throw CondarcError(
                        .aliasConflict, "'\(other)' and '\(key)' are names of the same parameter", key: key,
                        hint: "keep one of them")
                }
                let change = try PatchTyping.change(pair.value, parameter, key, pathExists: pathExists)
                changes.append((key, keepsValues ? .set(pair.value) : change))
            } catch {
                var error = error
                if let entry = document.ownEntries(named: [key]).first {
                    let node = error.code == .badValue || error.code == .badType ? entry.value : entry.key
                    (error.line, error.column) = (node.location.line, node.location.column)
                    error.range = node.range
                }
                if let other, let first = document.ownEntries(named: [other]).first {
                    error.related = YAMLError.Related("the other one", first.key.span)
                }
                throw error
            }
        }
    }
}
