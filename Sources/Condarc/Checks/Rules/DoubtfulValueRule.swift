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
        case channel, listedChannel, platform, solver, package, prompt, directory, other

        init(_ parameter: Parameter) {
            switch parameter.name {
            case "channels", "default_channels": self = .channel
            case "subdir", "subdirs", "export_platforms": self = .platform
            case "solver": self = .solver
            case let name where holdsPackages(name): self = .package
            case "env_prompt": self = .prompt
            case "envs_dirs", "pkgs_dirs": self = .directory
            default: self = ChannelName.lists.contains(parameter.name) ? .listedChannel : .other
            }
        }
    }

    /// Whether a parameter's items are package specs.
    static func holdsPackages(_ name: String) -> Bool {
        ["create_default_packages", "pinned_packages", "aggressive_update_packages", "disallowed_packages"]
            .contains(name)
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
        } else if let text = value.value.text {
            if kind != .prompt, let escape = escape(in: text, at: value.origin, subject) {
                findings.add(
                    Self.self, at: escape.place,
                    "\(parameter.name): in double quotes \(escape.text) is \(escape.meaning)",
                    hint: "write ' in place of each \", or \\\\ in place of each \\")
            } else if let problem = problem(with: text, kind, value.origin, subject) {
                findings.add(
                    Self.self, at: .init(value.origin), "\(parameter.name): \(problem.message)", hint: problem.hint)
            }
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

    private static func problem(
        with text: String, _ kind: Kind, _ origin: Origin, _ subject: CheckSubject
    ) -> (message: String, hint: String)? {
        switch kind {
        case .channel:
            guard let meant = WellKnownChannels.oneLetter(from: text), ShapeHint.isPlain(text[...]),
                subject.resolver.resolve(text).baseURLs == ["https://conda.anaconda.org/" + text]
            else { return commentInURL(text, behind: origin, subject) }
            return ("\(Coercion.quoted(text)) is nearly the name of a well-known channel", "did you mean '\(meant)'?")
        // Plugins bring other solvers, and a site may have a platform of its own: only what is nearly a known one is told.
        case .platform:
            let known = EffectiveConfiguration.knownPlatforms
            guard !known.contains(text), let nearest = subject.options.nearestName(text, known) else { return nil }
            return ("no platform is called \(Coercion.quoted(text))", "did you mean '\(nearest)'?")
        case .solver:
            let known = ParameterTable.knownSolvers
            let isOfMamba = text.lowercased() == "mamba" || text.contains("libmamba")
            let other = isOfMamba ? "libmamba" : subject.options.nearestName(text, known)
            guard !known.contains(text), let nearest = other else { return nil }
            return ("no solver is known as \(Coercion.quoted(text))", "did you mean '\(nearest)'?")
        case .package:
            if let (name, version) = entry(text) {
                return (
                    "\(Coercion.quoted(text)) has a ':' behind the name, which no package spec does",
                    "write \(name)=\(version)"
                )
            }
            if text.hasPrefix("-") { return ("\(Coercion.quoted(text)) is an option, and no package", "remove it") }
            if let bracket = text.firstIndex(of: "["), text.hasSuffix("]"), !text[bracket...].contains("=") {
                return ("packages of conda have no extras", "write \(text[..<bracket])")
            }
            let isName = { (word: Substring) in
                word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0 == "-" }
            }
            // A comma stands between two versions, too.
            let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
            let words = parts.count > 1 && parts.allSatisfy(isName) ? parts : text.split(separator: " ")
            guard words.count > 1, isName(words[1]) else { return nil }
            return ("\(Coercion.quoted(text)) is one package", "write each package as an item of its own")
        case .directory:
            if let foreign = ForeignVariable.complaint(about: text) { return foreign }
            let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
            let paths = text.split(separator: ":")
            if parts.count > 1, parts.allSatisfy({ $0.hasPrefix("/") || $0.hasPrefix("~") }) {
                return ("\(Coercion.quoted(text)) is one directory", "write each directory as an item of its own")
            }
            if paths.count > 1, paths.allSatisfy({ $0.hasPrefix("/") || $0.hasPrefix("~") }) {
                return ("\(Coercion.quoted(text)) is one directory", "write each directory as an item of its own")
            }
            guard origin.path != nil, ShapeHint.isPlain(text.drop { "./".contains($0) }), !text.hasPrefix("/") else {
                return nil
            }
            return (
                "\(Coercion.quoted(text)) counts from the directory in which conda happens to run",
                "write the whole path, such as ~/\(text.drop { "./".contains($0) })"
            )
        // What is in a channel's name is another rule's.
        case .listedChannel, .prompt: return commentInURL(text, behind: origin, subject)
        case .other: return ForeignVariable.complaint(about: text) ?? commentInURL(text, behind: origin, subject)
        }
    }

    /// `numpy: 1.26`
    private static func entry(_ text: String) -> (name: Substring, version: Substring)? {
        guard let colon = text.firstRange(of: ": "), case let name = text[..<colon.lowerBound], ShapeHint.isPlain(name)
        else { return nil }
        return (name, text[colon.upperBound...].drop { "= ".contains($0) })
    }

    /// The first escape in a text in double quotes that makes it hold a control character: `"D:\new"`.
    private static func escape(
        in text: String, at origin: Origin, _ subject: CheckSubject
    ) -> (place: FindingCollector.Place, text: String, meaning: String)? {
        guard let document = subject.document, let range = origin.range, range.upperBound <= document.bytes.count,
            range.lowerBound < range.upperBound, document.bytes[range.lowerBound] == UInt8(ascii: "\""),
            text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        let written = document.bytes[range.lowerBound..<range.upperBound]
        var position = written.startIndex
        while let backslash = written[position...].firstIndex(of: UInt8(ascii: "\\")), backslash + 1 < written.endIndex
        {
            let letter = written[backslash + 1]
            if let meaning = meaning(ofEscape: letter) {
                let span = document.source.span(of: SourceRange(backslash, backslash + 2))
                return (.init(span), "\\" + String(UnicodeScalar(letter)), meaning)
            }
            position = backslash + 2
        }
        return nil
    }

    private static func meaning(ofEscape letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "N"): "a line break"
        case UInt8(ascii: "t"): "a tab"
        case UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "e"), UInt8(ascii: "f"),
            UInt8(ascii: "v"):
            "a control character"
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"): "the beginning of a character's number"
        default: nil
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
