import CondaURL
import LosslessYAML

package enum DoubtfulValueRule: CheckRule {
    package static let name = "doubtful-value"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "a value that conda takes, and that hardly means what it says",
        rationale: "conda cuts off what follows the point of a whole number, takes negative counts and platforms "
            + "that no channel has, and fails only later. In a URL with ` #` in its password "
            + "the rest is a comment.",
        bad: "remote_max_retries: -3\n", good: "remote_max_retries: 3\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        // What conda does not take at all is told by other rules.
        let refused = Set(subject.valueProblems.map(\.setting.key))
        for (setting, parameter) in subject.known where !refused.contains(setting.key) {
            switch parameter.type {
            case .primitive(.int), .primitive(.float): checkNumber(setting.value, parameter, &findings)
            default: checkTexts(setting.value, parameter, Kind(parameter), subject, &findings)
            }
        }
    }

    private static func checkNumber(_ value: TracedValue, _ parameter: Parameter, _ findings: inout FindingCollector) {
        let isWhole = parameter.type == .primitive(.int)
        guard let number = PythonNumber.float(value.value.pythonText) else { return }
        func add(_ message: String, _ hint: String) {
            findings.add(Self.self, at: .init(value.origin), "\(parameter.name): \(message)", hint: hint)
        }
        if parameter.name == "verbosity" {
            if number > 4 { add("the highest level is 4", "write 3, which shows everything") }
        } else if number < 0 {
            add("a negative number means nothing here", "write 0 or more; without the line conda takes its default")
        } else if isWhole, case .float = value.value, number != number.rounded(.towardZero) {
            add("conda takes the whole part alone", "write \(Int(exactly: number.rounded(.towardZero)) ?? 0)")
        }
    }

    /// What the texts of a parameter name.
    private enum Kind {
        case channel, platform, solver, package, other

        init(_ parameter: Parameter) {
            switch parameter.name {
            case "channels", "default_channels": self = .channel
            case "subdir", "subdirs", "export_platforms": self = .platform
            case "solver": self = .solver
            case "create_default_packages", "pinned_packages", "aggressive_update_packages", "disallowed_packages":
                self = .package
            default: self = .other
            }
        }
    }

    private static func checkTexts(
        _ value: TracedValue, _ parameter: Parameter, _ kind: Kind, _ subject: CheckSubject,
        _ findings: inout FindingCollector
    ) {
        if let items = value.items {
            for item in items { checkTexts(item, parameter, kind, subject, &findings) }
        } else if let entries = value.entries {
            for entry in entries { checkTexts(entry.value, parameter, kind, subject, &findings) }
            if parameter.name == "channel_settings" { checkHandler(entries, subject, &findings) }
        } else if let text = value.value.text, let problem = problem(with: text, kind, value.origin, subject) {
            findings.add(
                Self.self, at: .init(value.origin), "\(parameter.name): \(problem.message)", hint: problem.hint)
        }
    }

    /// Plugins bring handlers of any name: only what is nearly anaconda-auth's is told.
    private static func checkHandler(
        _ entries: [TracedValue.Entry], _ subject: CheckSubject, _ findings: inout FindingCollector
    ) {
        guard let value = entries.first(where: { $0.key.text == "auth" })?.value, let text = value.value.text,
            let nearest = subject.options.nearestName(text.replacing("_", with: "-"), ["anaconda-auth"])
                ?? (text == "anaconda_auth" ? "anaconda-auth" : nil), text != nearest
        else { return }
        findings.add(
            Self.self, at: .init(value.origin),
            "channel_settings: no handler is known as \(Coercion.quoted(text)), and conda then sends no token",
            hint: "did you mean '\(nearest)'?")
    }

    /// Why a text hardly is what an item or value of the parameter is to be; nil where nothing is seen.
    package static func complaint(
        about text: String, in parameter: Parameter, nearestName: (String, [String]) -> String?
    ) -> (message: String, hint: String)? { complaint(about: text, Kind(parameter), nearestName: nearestName) }

    private static func complaint(
        about text: String, _ kind: Kind, nearestName: (String, [String]) -> String?
    ) -> (message: String, hint: String)? {
        switch kind {
        // Plugins bring other solvers, and a site may have a platform of its own: only what is nearly a known one is told.
        case .platform:
            let known = EffectiveConfiguration.knownPlatforms
            guard !known.contains(text), let nearest = nearestName(text, known) else { return nil }
            return ("no platform is called \(Coercion.quoted(text))", "did you mean '\(nearest)'?")
        case .solver:
            let known = ParameterTable.knownSolvers
            let other = text.lowercased() == "mamba" ? "libmamba" : nearestName(text, known)
            guard !known.contains(text), let nearest = other else { return nil }
            return ("no solver is known as \(Coercion.quoted(text))", "did you mean '\(nearest)'?")
        case .package:
            let words = text.split(separator: " ")
            guard words.count > 1, words[1].first?.isLetter == true, words[1].allSatisfy({ $0.isLetter || $0 == "-" })
            else { return nil }
            return ("\(Coercion.quoted(text)) is one package", "write each package as an item of its own")
        case .channel, .other: return nil
        }
    }

    private static func problem(
        with text: String, _ kind: Kind, _ origin: Origin, _ subject: CheckSubject
    ) -> (message: String, hint: String)? {
        switch kind {
        case .channel:
            guard let meant = WellKnownChannels.oneLetter(from: text), ShapeHint.isPlain(text[...]),
                case let found = subject.resolver.resolve(text), found.rule == .channelAlias,
                found.baseURLs == ["https://conda.anaconda.org/" + text]
            else { return commentInURL(text, behind: origin, subject) }
            return ("\(Coercion.quoted(text)) is nearly the name of a well-known channel", "did you mean '\(meant)'?")
        case .platform, .solver, .package:
            return complaint(about: text, kind, nearestName: subject.options.nearestName)
        case .other: return commentInURL(text, behind: origin, subject)
        }
    }

    /// `http://user:pa #ss@host`
    private static func commentInURL(
        _ text: String, behind origin: Origin, _ subject: CheckSubject
    ) -> (message: String, hint: String)? {
        // Behind most texts nothing stands on their line: that is seen first.
        guard let document = subject.document, let range = origin.range, range.upperBound < document.bytes.count,
            document.bytes[range.upperBound] == 0x20, let slashes = text.firstRange(of: "://"),
            case let authority = text[slashes.upperBound...].prefix(while: { $0 != "/" }), !authority.contains("@"),
            authority.endIndex == text.endIndex, let colon = authority.firstIndex(of: ":"),
            !authority[colon...].dropFirst().allSatisfy(\.isNumber)
        else { return nil }
        let rest = document.bytes[range.upperBound...].prefix(256).prefix { $0 != 0x0A && $0 != 0x0D }
        let comment = rest.drop { $0 == 0x20 }
        guard comment.count < rest.count, comment.first == UInt8(ascii: "#"),
            comment.prefix(while: { $0 != 0x20 }).contains(UInt8(ascii: "@"))
        else { return nil }
        return ("this URL ends before ' #': the rest is a comment", "put the whole URL in quotes")
    }
}
