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
            do throws(CondarcError) {
                // What conda does not know can go, but cannot come.
                let isUnknown = (keepsValues || pair.value == .null) && ParameterTable.parameter(forKey: key) == nil
                let parameter = isUnknown ? nil : try PatchTyping.parameter(key)
                if let parameter, let other = keys.updateValue(key, forKey: parameter.name) {
                    throw CondarcError(
                        .aliasConflict, "'\(other)' and '\(key)' are names of the same parameter", key: key)
                }
                let change = try PatchTyping.change(pair.value, parameter, key, pathExists: pathExists)
                changes.append((key, keepsValues ? .set(pair.value) : change))
            } catch {
                let place = document.place(of: key, isValue: error.code == .badValue || error.code == .badType)
                var error = error
                (error.line, error.column) = (place?.line, place?.column)
                throw error
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
