import HostPlatform
import CommandLineKit
import Condarc
import LosslessYAML
import SecureFileStore

extension CondaConfigRun {
    /// Makes all changes, or none.
    ///
    /// Source: conda.cli.condarc, `ConfigurationFile`.
    func edit(_ target: String) throws -> ExitStatus {
        let input = arguments.stdin ? try standardInput() : nil
        if arguments.stdin, input == nil { return .success }
        do {
            let update = try session.store.update(
                session.host.absolute(target), policy: .ordinary, limit: TargetFile.limit
            ) { edited($0.bytes, input) }
            for warning in update.warnings { invocation.console.warn(warning) }
            if let error = update.told.error {
                if !wantsJSON { for warning in update.told.warnings { complain(warning) } }
                throw error
            }
            report(warnings: update.told.warnings, path: target, values: [])
        } catch {
            throw CondaFailure(error, path: target)
        }
        return .success
    }

    /// What conda says of its edits, in their order, and the error that ended them.
    private struct Account {
        var warnings: [String] = []
        var error: (any Error)?
    }

    private func edited(_ bytes: [UInt8], _ input: ConfigurationPatch?) -> FileChange<Account> {
        var account = Account()
        do {
            var editor = try CondarcEditor(bytes, pathExists: session.pathExists)
            if let input { try editor.apply(input) }
            for edit in arguments.orderedEdits { try perform(edit, &editor, &account.warnings) }
            return FileChange(editor.document.bytes, telling: account)
        } catch {
            account.error = error
            return FileChange(nil, telling: account)
        }
    }

    /// What standard input holds; nil for nothing at all, which conda lets pass.
    private func standardInput() throws -> ConfigurationPatch? {
        let bytes = try invocation.context.standardInput.readAll(limit: TargetFile.limit)
        if bytes.isEmpty { return nil }
        do {
            guard try YAMLDocument(bytes).root?.kind == .mapping else {
                throw CondaFailure("ParseError", "standard input holds no map of parameters")
            }
            return try ConfigurationPatch(bytes, keepsValues: true, pathExists: session.pathExists)
        } catch {
            throw CondaFailure(error, path: "standard input")
        }
    }

    private func perform(
        _ edit: CondaArguments.Edit, _ editor: inout CondarcEditor, _ warnings: inout [String]
    ) throws {
        switch edit.kind {
        case .prepend, .append:
            let place: CondarcEditor.Place = edit.kind == .prepend ? .start : .end
            guard Self.parameter(edit.key) != nil else {
                throw CondaFailure(
                    "CondaValueError", "'\(edit.key)' is no list that conda knows", hint: Self.hint(for: edit.key))
            }
            let isThere = Self.items(of: edit.key, in: editor.document).contains(edit.value)
            _ = try editor.insert(edit.key, [edit.value], at: place)
            if isThere {
                let end = place == .start ? "top" : "bottom"
                warnings.append("Warning: '\(edit.value)' already in '\(edit.key)' list, moving to the \(end)")
            }
        case .set:
            try checkIsKnown(edit.key, &warnings)
            try editor.set(edit.key, toTextOfEntry: edit.value)
        case .remove:
            guard Self.parameter(edit.key) != nil else { throw Self.unknown(edit.key) }
            try checkIsWhole(edit.key)
            let outcome = try editor.remove(edit.key, [edit.value])
            if !outcome.missing.isEmpty {
                throw CondaFailure("CondaKeyError", "'\(edit.key)': the value '\(edit.value)' is not there")
            }
        case .clear:
            try checkIsKnown(edit.key, &warnings)
            try checkIsWhole(edit.key)
            try editor.clear(edit.key)
        case .removeKey:
            guard try editor.unset(edit.key) else {
                throw CondaFailure("CondaKeyError", "'\(edit.key)' is not set")
            }
        }
    }

    // MARK: Parts

    /// A parameter by its own name, up to the first point.
    private static func parameter(_ key: String) -> Parameter? {
        ParameterTable.parameter(named: String(key.prefix { $0 != "." }))
    }

    /// To set and to clear, conda knows the aliases of some parameters too.
    private func checkIsKnown(_ key: String, _ warnings: inout [String]) throws {
        guard !Self.isKnown(String(key.prefix { $0 != "." })) else { return }
        warnings.append("Unknown key: \(YAMLValue.string(key).pythonRepresentation)")
        throw Self.unknown(key)
    }

    /// conda removes and clears no lists inside maps.
    private func checkIsWhole(_ key: String) throws {
        guard key.utf8.contains(UInt8(ascii: ".")) else { return }
        throw CondaFailure(
            "CondaKeyError", "'\(key)' is no list that conda changes", hint: "'condarc-tool remove' and 'clear' do")
    }

    private static func unknown(_ key: String) -> CondaFailure {
        CondaFailure("CondaKeyError", "'\(key)': unknown parameter", hint: hint(for: key))
    }

    private static func hint(for key: String) -> String? {
        if let parameter = ParameterTable.parameter(forKey: key) {
            return "conda wants its own name here: \(parameter.name)"
        }
        if key.hasPrefix("plugins.") {
            return "no plugin is known here: use 'condarc-tool set', 'append' or 'remove' for settings of plugins"
        }
        return NearestName.suggestion(for: key, among: ParameterTable.all.flatMap { [$0.name] + $0.aliases })
    }

    /// The texts in a list of the file.
    private static func items(of key: String, in document: YAMLDocument) -> [String] {
        let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let names = ParameterTable.parameter(forKey: parts[0])?.namesInSources ?? []
        for name in names {
            let path = NodePath([.key(name)] + parts.dropFirst().map { .key($0) })
            if let node = document.node(at: path)?.resolved { return node.items.compactMap(\.value.text) }
        }
        return []
    }
}
