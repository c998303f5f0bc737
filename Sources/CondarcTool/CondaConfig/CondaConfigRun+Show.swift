import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML

extension CondaConfigRun {
    /// The parameters of these names, each once; all of them for none.
    func wanted(_ names: [String]) throws -> [WantedParameter] {
        if names.isEmpty {
            return ParameterTable.sorted.map { WantedParameter(key: $0.name, parameter: $0) }
        }
        var found: [WantedParameter] = []
        var unknown: [String] = []
        for name in names {
            guard let parameter = ParameterTable.parameter(forKey: name) else {
                unknown.append(name)
                continue
            }
            let isInner = name == parameter.internalName && parameter.isUnderscored
            let key = isInner ? name : parameter.name
            if !found.contains(where: { $0.key == key }) {
                found.append(WantedParameter(key: key, parameter: parameter, isInner: isInner))
            }
        }
        guard unknown.isEmpty else {
            let hint = unknown.lazy.compactMap { ParameterTable.hint(forUnknown: $0)?.text }.first
            throw CondaFailure(
                "ArgumentError", "there is no parameter " + unknown.map { "'\($0)'" }.joined(separator: ", "),
                hint: hint, status: .usage)
        }
        return found
    }

    func show(_ names: [String]) throws -> ExitStatus {
        let wanted = try wanted(names)
        let effective = try configuration(ofFile: arguments.value(.file).flatMap { $0.isEmpty ? nil : $0 })
        var (values, problems) = effective.shown(wanted)
        problems += effective.configuration.problems().filter { !problems.contains($0) }
        values.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        if !wantsJSON {
            print(values.flatMap { $0.value.lines(of: $0.key, reveal: reveals) }.joined(separator: "\n"))
        } else if problems.isEmpty {
            print(.object(values.map { JSONValue.Member($0.key, $0.value.json(reveal: reveals, named: $0.key)) }))
        }
        if !problems.isEmpty { throw CondaFailure(problems) }
        return .success
    }

    func showSources() throws -> ExitStatus {
        let configuration = try configuration().configuration
        var problems = configuration.failures
        var lines: [String] = []
        var members: [JSONValue.Member] = []
        for source in configuration.sources {
            let (settings, found) = configuration.typedSettings(of: source)
            problems += found
            guard !settings.isEmpty else { continue }
            lines += ["==> \(ControlCharacters.escaped(source.name)) <=="]
            lines += CondaText.lines(
                settings.map { setting, value in
                    (setting.key, reveals ? value.value : CondaText.redacted(value.value, named: setting.key))
                })
            lines.append("")
            let values = settings.map { setting, value in
                let json = ShownValue.plain(value).json(reveal: reveals, named: setting.key)
                return JSONValue.Member(setting.key, json)
            }
            members.append(.init(source.name, .object(values.sorted(by: Self.precedes))))
        }
        if !wantsJSON {
            print(lines.joined(separator: "\n"))
        } else if problems.isEmpty {
            print(.object(members.sorted(by: Self.precedes)))
        }
        if !problems.isEmpty { throw CondaFailure(problems) }
        return .success
    }

    private static func precedes(_ one: JSONValue.Member, _ other: JSONValue.Member) -> Bool {
        one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
    }

    func describe(_ names: [String]) throws -> ExitStatus {
        let isWindows = session.host.platform.isWindows
        if names.isEmpty, !wantsJSON {
            // conda prints an empty text for the settings of plugins.
            print(DescribedText.all(onWindows: isWindows) + "\n")
            return .success
        }
        let described = try wanted(names).map(\.parameter).filter { !names.isEmpty || !$0.isHidden }
        if wantsJSON {
            print(.array(described.map { $0.json(onWindows: isWindows) }))
        } else {
            print(described.flatMap { DescribedText.lines(of: $0, onWindows: isWindows) }.joined(separator: "\n"))
        }
        return .success
    }

    func validate() throws -> ExitStatus {
        let problems = try allProblems()
        if !problems.isEmpty { throw CondaFailure(problems) }
        return .success
    }

    /// What is wrong with any source, or, if nothing is, with what they make together.
    func allProblems() throws -> [CondarcError] {
        let configuration = try configuration().configuration
        let single =
            configuration.failures + configuration.sources.flatMap { configuration.typedSettings(of: $0).problems }
        return single.isEmpty ? configuration.problems() : single
    }
}
