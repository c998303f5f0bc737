import CondaURL
package import LosslessYAML

/// What `apply` is to make of a file: a value for each of some keys, or that it goes; checked and typed.
package struct ConfigurationPatch: Sendable {
    enum Change: Sendable {
        case set(YAMLValue)
        case remove
    }

    /// In the order of the text.
    private(set) var changes: [(key: String, change: Change)] = []

    /// What it sets under the parameters' own names, null for what goes; in the order of the names.
    package var values: [FileValues.Entry] {
        changes.map { key, change in
            let value: YAMLValue = if case .set(let value) = change { value } else { .null }
            return FileValues.Entry(key: ParameterTable.parameter(forKey: key)?.name ?? key, value: value)
        }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// One value, checked and typed already.
    init(setting key: String, to value: YAMLValue) { changes = [(key, .set(value))] }

    /// Reads a YAML map of parameters; throws `YAMLError` or `CondarcError` with the place in that text.
    ///
    /// - Parameters:
    ///   - document: the map.
    ///   - path: what the text is called.
    ///   - pathExists: asks the file system, for values that must name a file.
    package init(
        _ document: YAMLDocument, path: String, pathExists: @escaping (String) -> Bool = { _ in true }
    ) throws {
        let map = GivenMap(document: document, path: path, nothing: .inPatch, pathExists: pathExists)
        try read(document, map.reading) { (setting, parameter) throws(CondarcError) in
            if setting.value.isNull { return .remove }
            guard let parameter else {
                // The settings of plugins only they know.
                if setting.key == NamedPlace.plugins { return .set(setting.value.value) }
                throw map.error(
                    .unknownParameter, "there is no parameter \(.key)", setting.key, at: setting.origin,
                    hint: Self.hint(forUnknown: setting))
            }
            if let edit = Self.edit(in: setting, parameter) {
                throw map.error(
                    .badType, "\(.key): a list is given whole here", setting.key, at: setting.value.origin, hint: edit)
            }
            return .set(try map.value(of: setting, parameter))
        }
    }

    /// The same as `conda config` takes it: each value stays as it is written, nulls too, once it is known that its parameter
    /// takes it, and unknown keys pass.
    package init(asConda bytes: [UInt8], pathExists: (String) -> Bool) throws {
        let document = try YAMLDocument(configuration: bytes)
        let reading = { (SourceReader.reading(path: "", document: document, in: $0).settings, [CondarcError]()) }
        try read(document, reading) { (setting, parameter) throws(CondarcError) in
            let value = setting.value.value
            if let parameter, value != .null {
                do throws(CondarcError) {
                    let typed = try ValueTyper.value(value, as: parameter.type, of: setting.key)
                    try parameter.rule?.check(typed, of: setting.key, pathExists: pathExists)
                } catch {
                    throw error.placed(at: setting.value.origin)
                }
            }
            return .set(value)
        }
    }

    private mutating func read(
        _ document: YAMLDocument, _ reading: (YAMLNode) -> (settings: [Setting], problems: [CondarcError]),
        _ change: (Setting, Parameter?) throws(CondarcError) -> Change
    ) throws {
        try document.checkIsConfiguration()
        guard let root = document.root, case .mapping(let pairs) = root.value else { return }
        guard pairs.allSatisfy({ $0.key.text != nil }) else {
            throw CondarcError(.badType, "a key is not a word", at: root.location, hint: "write NAME: VALUE")
        }
        var keys: [String: Setting] = [:]
        let (settings, found) = reading(root)
        var problems = found
        lazy var foreign = document.foreignText
        for setting in settings {
            let parameter = setting.parameter
            if let parameter, let other = keys.updateValue(setting, forKey: parameter.name) {
                var error = CondarcError(
                    .aliasConflict, "'\(other.key)' and \(.key) are names of the same parameter",
                    key: setting.key, hint: "keep one of them"
                ).placed(at: setting.origin)
                error.related = other.origin.range.map {
                    YAMLError.Related("the other one", document.source.span(of: $0))
                }
                problems.append(error)
                continue
            }
            do throws(CondarcError) {
                changes.append((setting.key, try change(setting, parameter)))
            } catch {
                // A file of another program is one mistake.
                if error.code == .unknownParameter, let foreign {
                    throw CondarcError(
                        .badType, "\(foreign.message)", at: SourceLocation(line: foreign.line, column: 1),
                        hint: foreign.hint
                    )
                }
                let owner = ForeignParameters.otherOwner(of: setting.key)
                let isTold =
                    owner != nil && problems.contains { $0.key.flatMap(ForeignParameters.otherOwner) == owner }
                guard !isTold || error.code != .unknownParameter else { continue }
                problems.append(error)
            }
        }
        if let problem = CondarcProblems.error(problems) { throw problem }
    }

    // MARK: What is no value

    private static func hint(forUnknown setting: Setting) -> Advice? {
        let names = setting.value.items?.compactMap(\.value.text) ?? setting.value.value.text.map { [$0] } ?? []
        if ["remove", "unset", "delete", "absent", "remove_key", "remove-key"].contains(setting.key),
            let name = names.first(where: { ParameterTable.parameter(forKey: $0) != nil })
        {
            return "to remove a key write `\(name): null`"
        }
        if commands.contains(setting.key), let entry = setting.value.entries?.first, let key = entry.key.text,
            ParameterTable.parameter(forKey: key) != nil
        {
            return call(setting.key, key, entry.value)
        }
        return UnknownKeyHint.hint(for: setting)
    }

    private static let commands = ["append", "prepend", "add", "remove"]

    /// A command that does what a map was meant to.
    private static func call(_ command: String, _ key: String, _ value: TracedValue) -> Advice {
        let items = value.items?.compactMap(\.value.text) ?? value.value.text.map { [$0] } ?? []
        let isPlain = !items.isEmpty && items.allSatisfy { ShapeHint.isPlain($0[...]) }
        return "condarc-tool \(command) \(key) \(isPlain ? items.joined(separator: " ") : "ITEM")"
    }

    /// The command that a map in place of a list asks for: `channels: {append: [a]}`.
    private static func edit(in setting: Setting, _ parameter: Parameter) -> Advice? {
        guard case .sequence(of: .primitive, _) = parameter.type, let entry = setting.value.entries?.first,
            let command = entry.key.text, commands.contains(command)
        else { return nil }
        return "name all of its items, or: \(call(command, setting.key, entry.value))"
    }
}
