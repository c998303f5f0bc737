import CommandLineKit
import CondaSession
import Condarc
import LosslessJSON

/// The explanation of a parameter as text and JSON.
struct ParameterAnswer {
    let explanation: ParameterExplanation
    /// What a policy says of it; nil without one.
    let policy: PolicyAnswer?
    /// Why sources could not be read.
    let failures: [CondarcError]
    let invocation: Invocation
    let session: Session

    private var console: Console { invocation.console }
    private var shown: ShownText {
        ShownText(reveal: invocation.has(.reveal), name: explanation.entry ?? explanation.parameter.name)
    }
    private var name: String { explanation.parameter.name + (explanation.entry.map { "." + $0 } ?? "") }

    func write() {
        if invocation.wantsJSON { return writeJSON() }
        writeText()
        policy?.writeText(console)
    }

    // MARK: Text

    private func writeText() {
        invocation.warn(about: explanation.problems, session)
        console.writeLine(StyledText(name, .bold))
        if let result = explanation.result {
            writeResult(result)
        } else {
            console.writeLine(StyledText("  conda stops here: see above", .red))
        }
        console.writeLine()
        if explanation.sources.isEmpty {
            console.writeLine("No source sets it.")
            return
        }
        console.writeLine("What the sources say, weakest first:")
        for source in explanation.sources {
            var line = StyledText("  \(place(source.setting.origin))", .bold)
            if source.setting.key != explanation.parameter.name {
                line += StyledText(" (as \(source.setting.key))")
            }
            if case .scalar = source.value.content { line += StyledText("  \(shown.text(source.value.value))") }
            line += flag(source.value.flag) + fate(source.fate)
            console.writeLine(line)
            if source.parts.isEmpty, source.fate != .absent { writeIgnored(source.value) }
            for part in source.parts {
                let label = part.name.map { "\($0): " } ?? "- "
                var line = StyledText("    \(label)\(shown.text(part.value.value))") + flag(part.value.flag)
                if part.fate != .used { line += fate(part.fate) }
                console.writeLine(line)
            }
        }
    }

    private func writeResult(_ result: TracedValue) {
        let parts = OriginText.parts(of: result)
        let lines = (parts ?? OriginText.places(result)).enumerated().map { number, part in
            let lead = part.key.map { "\($0.pythonText): " } ?? (parts == nil ? "" : "\(number + 1). ")
            return (StyledText("  \(lead)\(shown.text(part.value))", .bold), place(part.origin))
        }
        console.write(lines)
    }

    /// The items and entries of a list or map that does not count.
    private func writeIgnored(_ value: TracedValue) {
        for item in value.items ?? [] { console.writeLine(StyledText("    - \(shown.text(item.value))", .dim)) }
        for entry in value.entries ?? [] {
            console.writeLine(StyledText("    \(entry.key.pythonText): \(shown.text(entry.value.value))", .dim))
        }
    }

    private func flag(_ flag: Flag?) -> StyledText {
        flag.map { StyledText("  #!\($0.rawValue)", .bold) } ?? StyledText("")
    }

    private func fate(_ fate: ParameterExplanation.Fate) -> StyledText {
        switch fate {
        case .used: StyledText("  <- counts", .bold)
        case .merged: StyledText("")
        case .overridden(let origin): StyledText("  (overridden by \(place(origin)))", .dim)
        case .cutOff(let origin): StyledText("  (does not count: \(place(origin)) is final)", .magenta)
        case .absent: StyledText("  (empty, which says nothing)", .dim)
        case .duplicate(let origin): StyledText("  (\(place(origin)) has it, too, and counts)", .dim)
        }
    }

    private func place(_ origin: Origin) -> String {
        console.shown(path: ControlCharacters.escaped(origin.description))
    }

    // MARK: JSON

    private func writeJSON() {
        let problems = failures + explanation.problems
        let parts = explanation.result.map { result in
            JSONValue.array(OriginText.places(result).map { ["value": shown.json($0.value)] + $0.origin.json })
        }
        console.write(
            json: [
                "key": .string(name), "value": explanation.result.map { shown.json($0.value) } ?? .null,
                "parts": parts, "origins": parts,
                "default": explanation.entry == nil ? JSONValue(explanation.parameter.defaultValue) : nil,
                "sources": .array(explanation.sources.map { json($0) }),
                "problems": .array(problems.map { CommandError($0).json }),
            ] + (policy?.json ?? [:]) + CommandError.member(for: problems))
    }

    private func json(_ source: ParameterExplanation.SourceAccount) -> JSONValue {
        let parts = source.parts.map { part in
            ["key": part.name?.json, "name": part.name?.json, "value": shown.json(part.value.value)]
                + part.value.origin.json
                + ["flag": part.value.flag?.rawValue.json] + part.fate.json
        }
        return source.setting.origin.json
            + [
                "key": .string(source.setting.key), "value": shown.json(source.value.value),
                "flag": source.value.flag?.rawValue.json,
            ] + source.fate.json + ["parts": .array(parts)]
    }
}

extension ParameterExplanation.Fate {
    fileprivate var json: JSONValue {
        switch self {
        case .used: ["fate": "used"]
        case .merged: ["fate": "merged"]
        case .absent: ["fate": "absent"]
        case .overridden(let origin): ["fate": "overridden", "by": origin.json]
        case .cutOff(let origin): ["fate": "cut-off", "by": origin.json]
        case .duplicate(let origin): ["fate": "duplicate", "by": origin.json]
        }
    }
}
