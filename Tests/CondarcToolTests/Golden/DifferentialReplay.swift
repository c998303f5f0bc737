import CommandLineKit
import CondarcTool
import Foundation
import LosslessJSON
import LosslessYAML
import TestSupport

/// Lays out a recorded configuration, asks this program what conda was asked, and compares.
struct DifferentialReplay {
    private let places: RecordedPlaces
    private let recorded: DifferentialCase
    private let defaults: [String: JSONValue]

    /// What differs from the recording; empty where it agrees.
    static func differences(from recorded: DifferentialCase, defaults: [String: JSONValue]) throws -> [String] {
        let replay = DifferentialReplay(places: try RecordedPlaces(), recorded: recorded, defaults: defaults)
        defer { replay.places.remove() }
        try replay.layOut()
        return replay.run()
    }

    private func layOut() throws {
        for directory in recorded.json["dirs"]?.texts ?? [] { try places.make(directory: directory) }
        for (path, text) in recorded.json["files"]?.textMembers ?? [:] {
            try places.write(Array(places.filled(text).utf8), to: path)
        }
        for (path, target) in recorded.json["links"]?.textMembers ?? [:] { try places.link(path, to: target) }
    }

    private func run() -> [String] {
        var all: [String] = []
        for call in recorded.calls {
            let found =
                if let channel = call["channel"]?.text {
                    differences(ofChannel: channel, call)
                } else if recorded.category == "edit" {
                    differences(ofEdit: call)
                } else {
                    differences(ofReading: call)
                }
            // What the recording marks as meant to differ is not counted.
            if call["quirk"] == nil, call["peer_defect"] == nil { all += found.map { "\($0); \(call.text())" } }
            // What follows an edit that differs starts from another file.
            if recorded.category == "edit", !found.isEmpty { break }
        }
        return all
    }

    // MARK: Calls

    private func differences(ofChannel channel: String, _ call: JSONValue) -> [String] {
        let answer = ask("explain", "--channel", "--json", "--reveal", "--", places.filled(channel))
        if call["error"] != nil { return answer.status == .success ? ["it is accepted"] : [] }
        guard answer.status == .success, let own = answer.json?["channels"]?.elements else {
            return ["it is refused: \(answer.output)"]
        }
        let expected = call["channels"]?.elements ?? []
        let fields = ["name", "url", "urls"]
        let areSame =
            own.count == expected.count
            && zip(own, expected).allSatisfy { mine, its in
                fields.allSatisfy { JSONComparison.areSame(mine[$0], its[$0]) }
            }
        if !areSame { return ["\(answer.output)"] }
        let isAdmitted = own.allSatisfy { $0["admission"]?.text == "allowed" }
        return expected.isEmpty || (call["admitted"] == true) == isAdmitted ? [] : ["admitted \(isAdmitted)"]
    }

    private func differences(ofReading call: JSONValue) -> [String] {
        let arguments = call["argv"]?.texts ?? []
        let answer = ask(["config"] + arguments.map(places.filled) + ["--reveal"])
        var found = exitDifferences(call, answer)
        if arguments == ["--show", "--json"] {
            let isRefused = ask("show", "--json", "--reveal").status != .success
            if isRefused != (call["exit"] != .number("0")) { found.append("`show` fails or not, otherwise than conda") }
        }
        if arguments == ["--validate"] { found += differences(ofCheck: ask("check", "--json")) }
        guard found.isEmpty, call["exit"] == .number("0") else { return found }
        if let text = call["stdout"]?.text { return answer.output == text ? [] : ["output \(answer.output)"] }
        if let values = call["values"]?.members { return differences(ofValues: values, answer) }
        guard let expected = call["stdout_json"] else { return [] }
        return JSONComparison.areSame(unplugged(answer.json), unplugged(expected)) ? [] : ["JSON \(answer.output)"]
    }

    /// `check` finds an error about types if conda refused any call, and none if it refused none.
    private func differences(ofCheck answer: Answer) -> [String] {
        let about: Set<String> = [
            "syntax", "unreadable", "unreadable-value", "duplicate-key", "alias-conflict", "wrong-type",
            "invalid-choice",
            "invalid-value", "missing-file", "contradiction",
        ]
        let rules = (answer.json?["findings"]?.elements ?? []).filter { $0["severity"]?.text == "error" }
            .compactMap { $0["rule"]?.text }
        let refusals = recorded.calls.filter { $0["error"] != nil }
        if refusals.contains(where: { $0["peer_defect"] == nil }) {
            return rules.isEmpty ? ["`check` finds no error"] : []
        }
        // Where conda only trips over itself, no error is due; there may be one about a file's mode.
        guard refusals.isEmpty else { return [] }
        return rules.contains(where: about.contains) ? ["`check` finds \(rules)"] : []
    }

    private func differences(ofValues values: [String: JSONValue], _ answer: Answer) -> [String] {
        let own = answer.json?.members ?? [:]
        let expected = defaults.merging(values) { $1 }
        return Set(expected.keys).union(own.keys).sorted().compactMap { key in
            if key == "default_python", values[key] == nil { return nil }
            if key == "plugins", recorded.json["plugin_settings"] != nil { return nil }
            return JSONComparison.areSame(counted(own[key]), counted(expected[key]))
                ? nil : "\(key) \(own[key]?.text() ?? "absent"), conda \(expected[key]?.text() ?? "absent")"
        }
    }

    private func differences(ofEdit call: JSONValue) -> [String] {
        let watched = ["HOME/.condarc", "ROOT/.condarc", "PREFIX/.condarc", "HOME/extra/f.yml"]
        let before = watched.map(places.contents)
        let answer = ask(
            ["config"] + (call["argv"]?.texts ?? []).map(places.filled) + ["--reveal"],
            input: places.filled(call["stdin"]?.text ?? ""))
        var found = exitDifferences(call, answer)
        guard found.isEmpty else { return found }
        for (path, old) in zip(watched, before) {
            guard let expected = call["value_after"]?[path] else {
                if counted(value(places.contents(path))) != counted(value(old)) {
                    found.append("values of \(path) changed")
                }
                continue
            }
            if call["default_file"] != nil { continue }
            let new = places.contents(path)
            let isNone = new == nil && (expected == .string("<no file>") || expected == .object([]))
            if !isNone, !JSONComparison.isSame(value(new), expected) {
                found.append("\(path) holds \(String(decoding: new ?? [], as: UTF8.self))")
            }
        }
        if let expected = call["stdout_json"] {
            if !JSONComparison.areSame(answer.json, expected) { found.append("JSON \(answer.output)") }
        } else if let text = call["stdout"]?.text, answer.output != text {
            found.append("output \(answer.output)")
        }
        return found
    }

    private func value(_ bytes: [UInt8]?) -> YAMLValue {
        let text = places.unfilledWithChannels(String(decoding: bytes ?? [], as: UTF8.self))
        return (try? YAMLDocument(text))?.root?.value ?? .null
    }

    /// As the recordings compare: true is 1, false is 0.
    private func counted(_ value: YAMLValue) -> YAMLValue {
        switch value {
        case .bool(let truth): YAMLInteger(decimal: truth ? "1" : "0").map { .int($0) } ?? value
        case .sequence(let items): .sequence(items.map(counted))
        case .mapping(let pairs): .mapping(pairs.map { YAMLPair(key: counted($0.key), value: counted($0.value)) })
        default: value
        }
    }

    private func counted(_ value: JSONValue?) -> JSONValue? {
        switch value {
        case JSONValue.bool(let truth)?: .number(truth ? "1" : "0")
        default: value
        }
    }

    private func exitDifferences(_ call: JSONValue, _ answer: Answer) -> [String] {
        let expected = call["exit"].flatMap { if case .number(let text) = $0 { Int(text) } else { nil } } ?? 0
        let status = Int(answer.status.rawValue)
        let isSame = call["error"]?["crash"] == true ? (status == 0) == (expected == 0) : status == expected
        return isSame ? [] : ["exit \(status): \(answer.errors)\(answer.output)"]
    }

    /// The settings of plug-ins are not known here.
    private func unplugged(_ sources: JSONValue?) -> JSONValue? {
        guard recorded.json["plugin_settings"] != nil, case .object(let members)? = sources else { return sources }
        let kept = members.compactMap { source -> JSONValue.Member? in
            guard case .object(let settings) = source.value else { return nil }
            let rest = settings.filter { $0.name != "plugins" }
            return rest.isEmpty ? nil : .init(source.name, .object(rest))
        }
        return .object(kept)
    }

    // MARK: Asking

    private struct Answer {
        let status: ExitStatus
        let output: String
        let errors: String
        var json: JSONValue? { try? JSONDocument(Array(output.utf8)).root.value }
    }

    private func ask(_ arguments: String...) -> Answer { ask(arguments) }

    private func ask(_ arguments: [String], input: String = "") -> Answer {
        let environment = places.environment.merging(
            (recorded.json["env"]?.textMembers ?? [:]).mapValues(places.filled)
        ) { $1 }
        let process = RecordedProcess(input: input)
        let status = process.run(
            CondarcTool.program, arguments, environment: environment, workingDirectory: places["HOME"])
        return Answer(
            status: status, output: places.unfilledWithChannels(process.output),
            errors: places.unfilledWithChannels(process.errors))
    }
}

extension JSONValue {
    fileprivate var elements: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
}
