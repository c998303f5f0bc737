import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessYAML
import SecureFileStore

extension CondaConfigRun {
    /// Makes all changes, or none.
    ///
    /// Source: conda.cli.condarc, `ConfigurationFile`.
    func edit(_ target: String) throws -> ExitStatus {
        let input = arguments.has(.stdin) ? try standardInput() : nil
        if arguments.has(.stdin), input == nil { return .success }
        do {
            let update = try writer.update(session.host.absolute(target), closesSecrets: true) {
                edited($0.bytes, input)
            }
            invocation.console.note(backups: update.backups)
            if let error = update.told.error {
                if !wantsJSON { for warning in update.told.warnings { complain(warning.text) } }
                throw error
            }
            report(warnings: update.told.warnings.map(\.text), path: target, values: [])
            tellDoubts()
        } catch {
            throw CondaFailure(error, path: target)
        }
        return .success
    }

    /// What conda says nothing of, and finds out later.
    private func tellDoubts() {
        if arguments.has(.quiet) || wantsJSON { return }
        let batches = arguments.batches(gathering: true).filter { [.prepend, .append, .set].contains($0.kind) }
        guard
            batches.contains(where: { batch in
                batch.kind == .set
                    ? ValueDoubts.isWorthALook(batch.values[0], key: batch.key)
                    : ValueDoubts.areWorthALook(batch.values, key: batch.key)
            })
        else { return }
        let doubts = ValueDoubts.notices(
            about: { editor in
                try editor.together { editor in
                    var warnings: [Warning] = []
                    for batch in batches { try perform(batch, &editor, &warnings) }
                }
            }, session)
        for doubt in doubts { invocation.console.say(doubt) }
    }

    private struct Warning {
        /// Of the edit that it is about.
        let position: Int
        let text: String
    }

    /// What conda says of its edits, in their order, and the error that ended them.
    private struct Account {
        var warnings: [Warning] = []
        var error: (any Error)?
    }

    private func edited(_ bytes: [UInt8], _ input: ConfigurationPatch?) -> FileChange<Account> {
        var account = Account()
        do {
            var editor = try CondarcEditor(bytes, pathExists: session.pathExists)
            if let input { try editor.apply(input) }
            // One after another only where they fail together: then which of them fails is to be said.
            if arguments.edits.count > 1, let warnings = performTogether(&editor) {
                account.warnings = warnings
            } else {
                for batch in arguments.batches(gathering: false) {
                    try perform(batch, &editor, &account.warnings)
                }
            }
            return FileChange(editor.document.bytes, telling: account)
        } catch {
            account.error = error
            return FileChange(nil, telling: account)
        }
    }

    /// What standard input holds; nil for nothing at all, which conda lets pass.
    private func standardInput() throws -> ConfigurationPatch? {
        let bytes = try invocation.context.standardInput.readAll(limit: SizeLimit.configuration)
        if bytes.isEmpty { return nil }
        do {
            guard try YAMLDocument(configuration: bytes).root?.kind == .mapping else {
                throw CondaFailure("ParseError", "standard input holds no map of parameters")
            }
            return try ConfigurationPatch(asConda: bytes, pathExists: session.pathExists)
        } catch {
            throw CondaFailure(error, path: "standard input")
        }
    }

    /// Makes all changes one; gives the warnings, or nil where that fails.
    private func performTogether(_ editor: inout CondarcEditor) -> [Warning]? {
        let warnings = try? editor.together { editor in
            var warnings: [Warning] = []
            for batch in arguments.batches(gathering: true) { try perform(batch, &editor, &warnings) }
            return warnings
        }
        return warnings?.sorted { $0.position < $1.position }
    }

    private func perform(
        _ batch: CondaArguments.Batch, _ editor: inout CondarcEditor, _ warnings: inout [Warning]
    ) throws {
        do {
            try change(batch, &editor, &warnings)
        } catch var error as CondarcError where error.code == .badChange {
            // The commands have other words than these options.
            error.advice =
                switch Self.parameter(batch.key)?.type {
                case .sequence: "use --prepend or --append"
                case .map: "use --set \(batch.key).NAME VALUE"
                default: "use --set or --remove-key"
                }
            throw error
        }
    }

    private func change(
        _ batch: CondaArguments.Batch, _ editor: inout CondarcEditor, _ warnings: inout [Warning]
    ) throws {
        let (kind, key, values) = (batch.kind, batch.key, batch.values)
        switch kind {
        case .prepend, .append:
            let place: CondarcEditor.Place = kind == .prepend ? .start : .end
            guard Self.parameter(key) != nil else {
                throw CondaFailure(
                    "CondaValueError", "'\(key)' is no list that conda knows", hint: Self.hint(for: key))
            }
            let end = place == .start ? "top" : "bottom"
            let wasPresent = try editor.insertInTurn(key, values, at: place)
            for (index, value) in values.enumerated() where wasPresent[index] {
                warnings.append(
                    Warning(
                        position: batch.positions[index],
                        text: "Warning: '\(value)' already in '\(key)' list, moving to the \(end)"))
            }
        case .set:
            try checkIsKnown(batch, &warnings)
            guard key.split(separator: ".", omittingEmptySubsequences: false).count < 3 else {
                throw CondaFailure(
                    "CondaKeyError", "'\(key)': conda takes every point for a step into a map, and sets none that deep",
                    hint: "'condarc-tool set' does")
            }
            try editor.set(key, toTextOfEntry: values[0])
        case .remove:
            guard Self.parameter(key) != nil else { throw Self.unknown(key) }
            try checkIsWhole(key)
            var missing = Set(try editor.remove(key, values).missing.map(YAMLValue.string))
            // Once removed, a value is not there a second time.
            if let value = values.first(where: { !missing.insert(.string($0)).inserted }) {
                throw CondaFailure("CondaKeyError", "'\(key)': the value '\(value)' is not there")
            }
        case .clear:
            try checkIsKnown(batch, &warnings)
            try checkIsWhole(key)
            try editor.clear(key)
        case .removeKey:
            let steps = key.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
            // A name with points in it conda does not find.
            let isFound = steps.count < 3 || editor.document.node(at: NodePath(steps.map { .key($0) })) != nil
            guard isFound, try editor.unset(key) else {
                throw CondaFailure("CondaKeyError", "'\(key)' is not set")
            }
        }
    }

    // MARK: Parts

    /// A parameter by its own name, up to the first point.
    private static func parameter(_ key: String) -> Parameter? {
        ParameterTable.parameter(named: String(key.prefix { $0 != "." }))
    }

    /// To set and to clear, conda knows the aliases of some parameters too.
    private func checkIsKnown(_ batch: CondaArguments.Batch, _ warnings: inout [Warning]) throws {
        guard !Self.isKnown(String(batch.key.prefix { $0 != "." })) else { return }
        warnings.append(
            Warning(
                position: batch.positions[0],
                text: "Unknown key: \(YAMLValue.string(batch.key).pythonRepresentation)"))
        throw Self.unknown(batch.key)
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
        return ParameterTable.hint(forUnknown: key)?.text
    }
}
