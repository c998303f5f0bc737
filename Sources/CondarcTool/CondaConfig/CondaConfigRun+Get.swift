import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML
import SecureFileStore

extension CondaConfigRun {
    /// Source: conda.cli.condarc, `ConfigurationFile.get_key`, and conda.cli.main_config, `print_config_item`.
    func get(_ keys: [String], from target: String) throws -> ExitStatus {
        let content = try content(of: target)
        let problems = try allProblems()
        if !problems.isEmpty { throw CondaFailure(problems) }
        var warnings: [String] = []
        var found: [(key: String, value: YAMLValue)] = []
        for key in try keys.isEmpty ? topKeys(of: content) : keys {
            let first = key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).first
            guard Self.isKnown(String(first.map(Substring.init) ?? "")) else {
                warnings.append("Unknown key: \(YAMLValue.string(key).pythonRepresentation)")
                continue
            }
            let name = ParameterTable.name(forAlias: key) ?? key
            if let value = try value(name, in: content, asked: key) {
                found.append((name, value))
            }
        }
        report(warnings: warnings, path: target, values: found)
        return .success
    }

    /// Whether conda has a parameter or alias of that name that it knows when editing.
    static func isKnown(_ name: String) -> Bool {
        ParameterTable.parameter(named: name) != nil || ParameterTable.name(forAlias: name) != nil
    }

    /// What a file holds; of the base installation's where it does not exist, as conda reads it.
    private func content(of target: String) throws -> YAMLValue {
        let names = [target] + (root.map { [session.host.join($0, ".condarc")] } ?? [])
        for name in names {
            do {
                let snapshot = try session.files.snapshot(session.host.absolute(name), limit: SizeLimit.configuration)
                guard snapshot.exists else { continue }
                let document = try YAMLDocument(configuration: snapshot.bytes)
                try document.checkIsConfiguration()
                return document.root?.value ?? .null
            } catch {
                throw CondaFailure(error, path: name)
            }
        }
        return .null
    }

    private func topKeys(of content: YAMLValue) throws -> [String] {
        try (content.pairs ?? []).map { pair in
            guard let key = pair.key.text else {
                throw CondaFailure("CondaError", "the key \(pair.key.pythonText) is no string")
            }
            return key
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func value(_ name: String, in content: YAMLValue, asked key: String) throws -> YAMLValue? {
        var value = content
        for part in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            switch value {
            case .mapping: break
            case .null where value == content: return nil
            default: throw CondaFailure("CondaKeyError", "'\(key)': \(value.noun) has no entries")
            }
            guard let next = value[String(Substring(part))] else { return nil }
            value = next
        }
        return value
    }

    /// The end of `--get` and of an edit.
    func report(warnings: [String], path: String, values: [(key: String, value: YAMLValue)]) {
        let shown = ShownText(reveal: reveals)
        guard wantsJSON else {
            for warning in warnings { complain(warning) }
            for (key, value) in values {
                for line in Self.lines(of: key, shown.value(value, of: key)) { print(line) }
            }
            return
        }
        // A key may have been asked for twice.
        print([
            "success": true, "rc_path": .string(path),
            "warnings": .array(warnings.map { .string(Redactor.redact($0)) }), "get": shown.json(values),
        ])
    }

    /// The options that would set a value again; conda has none for a null or a number with a fraction.
    private static func lines(of key: String, _ value: YAMLValue) -> [String] {
        switch value {
        case .null, .float: []
        case .mapping(let pairs): pairs.flatMap { lines(of: "\(key).\(CondaText.text($0.key))", $0.value) }
        case .sequence(let items):
            items.indices.reversed().map { index in
                let isEnd = key == "channels" && (index == 0 || index == items.count - 1)
                let remark = index == items.count - 1 ? "   # lowest priority" : "   # highest priority"
                return "--add \(key) \(items[index].pythonItemText)" + (isEnd ? remark : "")
            }
        default: ["--set \(key) \(CondaText.text(value))"]
        }
    }
}

extension YAMLValue {
    /// What Python's `repr` makes of an item that ruamel.yaml has read: lists in brackets.
    fileprivate var pythonItemText: String {
        switch self {
        case .sequence(let items): "[" + items.map(\.pythonItemText).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\($0.key.pythonItemText): \($0.value.pythonItemText)" }.joined(separator: ", ") + "}"
        default: pythonRepresentation
        }
    }
}
