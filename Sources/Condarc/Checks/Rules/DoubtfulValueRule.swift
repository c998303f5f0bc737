import CondaURL
import HostPlatform
import LosslessYAML

package enum DoubtfulValueRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "doubtful-value", severity: .warning,
        summary: "a value that conda takes, and that hardly means what it says",
        rationale: "conda cuts off what follows the point of a whole number, takes negative counts and platforms "
            + "that no channel has, and fails only later. In a URL with ` #` in its password "
            + "the rest is a comment.",
        bad: "remote_max_retries: -3\n", good: "remote_max_retries: 3\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        checkAmount(subject, &findings)
        for setting in subject.settings where setting.secretIsCutAt == nil {
            let parameter = setting.parameter
            if setting.value.isNull, parameter?.type == .primitive(.string) {
                findings.add(
                    Self.self, at: .init(setting.value.origin), decides: true, setting.key,
                    Complaint("conda reads an empty value as the word 'None'", "write a value, or remove the line"))
            } else {
                Look(at: setting, of: parameter, subject).look(at: setting.value, parameter?.type, &findings)
            }
        }
    }

    package static func checkTaken(_ taken: Setting, _ findings: inout FindingCollector) {
        guard taken.value.isNull, taken.value.origin.range?.count == 0 else { return }
        findings.add(
            Self.self, at: .init(taken.origin),
            "\(taken.key): nothing stands behind the ':', which takes the key away",
            hint: "write null if that is meant, else a value")
    }

    /// Of a copy of all parameters, which nobody writes by hand.
    private static let many = 40

    private static func checkAmount(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard subject.known.count >= many, subject.document != nil else { return }
        findings.add(
            Self.self, at: .init(subject.settings[0].origin),
            "this looks like what 'conda config --show' prints: it fixes \(subject.known.count) parameters, most at their defaults",
            hint: "keep only the lines that you want to differ from conda's defaults")
    }
}

/// How conda reads the values of one setting.
private struct Look {
    let subject: CheckSubject
    let key: String
    /// Of its parameter; the key again where conda has none.
    let name: String
    let kind: TextKind
    let expands: Bool

    init(at setting: Setting, of parameter: Parameter?, _ subject: CheckSubject) {
        self.subject = subject
        key = setting.key
        name = parameter?.name ?? setting.key
        kind = parameter?.texts ?? .free
        expands = parameter?.expandsVariables ?? false
    }

    /// How conda reads a single value.
    private enum Use {
        case number(isWhole: Bool), bool, text, free

        init(_ type: PrimitiveType) {
            switch type {
            case .int: self = .number(isWhole: true)
            case .float: self = .number(isWhole: false)
            case .bool: self = .bool
            case .string, .stringOrNull: self = .text
            case .stringOrBool, .boolOrNull, .boolOrInt, .choice: self = .free
            }
        }
    }

    /// Looks at every single value; what has not even the right shape is told by another rule.
    func look(at value: TracedValue, _ type: ParameterType?, _ findings: inout FindingCollector) {
        let element: ParameterType?
        switch (value.content, type) {
        case (_, nil): element = nil
        case (.sequence, .sequence(of: let type, _)), (.mapping, .map(of: let type)): element = type
        case (.scalar, .primitive): element = nil
        default: return
        }
        switch value.content {
        case .sequence(let items): for item in items { look(at: item, element, &findings) }
        case .mapping(let entries):
            if kind == .channelPattern { checkHandler(entries, &findings) }
            for entry in entries {
                if let word = entry.key.text, let found = ForeignValue.complaint(about: word, as: .free) {
                    add(found, at: subject.place(ofKeyOf: entry), decides: true, to: &findings)
                }
                look(at: entry.value, element, &findings)
            }
        case .scalar(let scalar):
            if !subject.isUnreadable(value) {
                look(at: value, scalar, type.map { Use($0.innermost) } ?? .free, &findings)
            }
        }
    }

    private func look(at value: TracedValue, _ scalar: YAMLValue, _ use: Use, _ findings: inout FindingCollector) {
        guard let text = scalar.text else {
            switch use {
            case .number(let isWhole): add(number(scalar, isWhole: isWhole), at: .init(value.origin), to: &findings)
            case .bool: add(boolean(scalar), at: .init(value.origin), to: &findings)
            case .text:
                guard let found = changed(value, scalar) else { return }
                add(found.complaint, at: .init(value.origin), decides: true, fix: found.fix, to: &findings)
            case .free: break
            }
            return
        }
        let isWindows = subject.context.configuration.host.platform.isWindows
        if case .number(let isWhole) = use, PythonNumber.float(text) != nil {
            add(number(scalar, isWhole: isWhole), at: .init(value.origin), to: &findings)
        } else if let found = ForeignValue.complaint(about: text, as: kind, expands: expands, isWindows: isWindows) {
            add(found, at: .init(value.origin), decides: true, to: &findings)
        } else if name != "env_prompt", let escape = escape(in: text, at: value.origin) {
            add(escape.complaint, at: escape.place, to: &findings)
        } else {
            add(
                problem(with: text, value.origin), at: .init(value.origin), decides: kind.isURL || kind == .package,
                to: &findings)
        }
    }

    private func add(
        _ found: Complaint?, at place: @autoclosure () -> FindingCollector.Place, decides: Bool = false,
        fix: Fix? = nil, to findings: inout FindingCollector
    ) {
        guard let found else { return }
        findings.add(DoubtfulValueRule.self, at: place(), decides: decides, key, found, fix: fix)
    }

    private func number(_ value: YAMLValue, isWhole: Bool) -> Complaint? {
        if case .bool(let bool) = value {
            return Complaint("conda reads \(bool) as the number \(bool ? 1 : 0)", "write a number")
        }
        guard let number = PythonNumber.float(value.pythonText) else { return nil }
        if name == "verbosity" {
            return number > 4 ? Complaint("the highest level is 4", "write \(word: "3"), which shows everything") : nil
        }
        if number < 0 {
            return Complaint(
                "a negative number means nothing here", "write 0 or more; without the line conda takes its default")
        }
        if !isWhole, !number.isFinite {
            return Complaint("no time is as long as \(value.pythonText)", "write a number of seconds, such as 600")
        }
        guard isWhole, case .float = value, number != number.rounded(.towardZero) else { return nil }
        return Complaint(
            "conda takes the whole part alone", "write \(word: String(Int(exactly: number.rounded(.towardZero)) ?? 0))")
    }

    /// A number or nothing where conda makes a boolean of anything.
    private func boolean(_ value: YAMLValue) -> Complaint? {
        switch value {
        case .null: Complaint("conda reads an empty value as false", "write true or false, or remove the line")
        case .int, .float:
            ["0", "1"].contains(value.pythonText)
                ? nil : Complaint("conda reads the number \(value.pythonText) as true", "write true or false")
        default: nil
        }
    }

    /// What is no text to YAML, and another one when conda has made a text of it: `3.10` is `3.1`, `true` is `True`.
    private func changed(_ value: TracedValue, _ scalar: YAMLValue) -> (complaint: Complaint, fix: Fix?)? {
        let read = scalar.pythonText
        // An item that is null is another rule's.
        guard scalar != .null, let document = subject.document, let range = value.origin.range,
            case let written = document.source.string(in: range)
        else { return nil }
        if case .bool = scalar {
            switch kind {
            case .free: return nil
            case .word, .solver: break
            default:
                return (Complaint("\(written) is not \(kind.noun)", "write \(kind.noun), or remove the line"), nil)
            }
        }
        guard written != read else { return nil }
        return (Complaint("conda reads '\(written)' as '\(read)'", "put it in quotes: '\(written)'"), .quote(range))
    }

    private func checkHandler(_ entries: [TracedValue.Entry], _ findings: inout FindingCollector) {
        guard let value = entries.first(where: { $0.key.text == "auth" })?.value, let text = value.value.text else {
            return
        }
        add(AuthHandlerName.complaint(about: text), at: .init(value.origin), to: &findings)
    }

    private func problem(with text: String, _ origin: Origin) -> Complaint? {
        if let comment = commentInURL(text, behind: origin) { return comment }
        switch kind {
        case .channel where text == "defaults" && name == "default_channels":
            return Complaint(
                "'defaults' cannot stand for itself: here it is a channel of that name",
                "write URLs, such as https://repo.anaconda.com/pkgs/main, or remove the key")
        case .channel where text == "defaults" && name == "channels" && subject.resolver.resolve(text).channels.isEmpty:
            return Complaint(
                "'defaults' stands for no channel, since default_channels is empty",
                "remove it, or write channels into default_channels")
        case .word where name == "repodata_fns" && !text.hasSuffix(".json"):
            return Complaint(
                "the name of an index ends in .json",
                "write \(word: text.contains("current") ? "current_repodata.json" : "repodata.json")")
        case .channel, .judgedChannel: return channel(text)
        // Plugins bring other solvers, and a site may have a platform of its own: only what is nearly a known one is told.
        case .platform: return platform(text)
        case .solver:
            let known = ParameterTable.knownSolvers
            let isOfMamba = text.lowercased() == "mamba" || text.contains("libmamba")
            let other = isOfMamba ? "libmamba" : NearestName.of(text, among: known)
            guard !known.contains(text), let nearest = other else { return nil }
            return Complaint("no solver is known as '\(text)'", "did you mean '\(name: nearest)'?")
        case .package: return PackageSpecDoubt.complaint(about: text, ChannelNames(resolver: subject.resolver))
        case .file, .directory: return path(text, isInFile: origin.path != nil)
        case .channelAlias: return URLComplaint.complaint(aboutAlias: text) ?? URLComplaint.complaint(about: text)
        case .channelLocation, .url: return URLComplaint.complaint(about: text)
        case .proxy:
            return URLComplaint.complaint(about: text, isProxy: true) ?? URLComplaint.complaint(aboutServerIn: text)
                ?? URLComplaint.complaint(aboutBareHost: text)
        case .free where name == "env_prompt": return PromptFormat.complaint(about: text)
        case .channelPattern, .word, .free: return nil
        }
    }

    /// What is nearly the name of another channel, or of a part of one.
    private func channel(_ text: String) -> Complaint? {
        if text.utf8.contains(UInt8(ascii: "/")) { return label(text) }
        guard name == "channels" || name == "default_channels" else { return nil }
        if let meant = WellKnownChannels.nearest(to: text), ShapeHint.isPlain(text[...]),
            subject.resolver.resolve(text).baseURLs == ["https://conda.anaconda.org/" + text]
        {
            return Complaint("'\(text)' is nearly the name of a well-known channel", "did you mean '\(name: meant)'?")
        }
        guard let own = ownName(nearTo: text), subject.resolver.resolve(text).rule == .channelAlias else { return nil }
        return Complaint(
            "'\(text)' is nearly '\(own.name)' of \(own.parameter), and stands for another channel",
            "did you mean '\(name: own.name)'?")
    }

    /// A name of the file's own, in other letters or a single letter away.
    private func ownName(nearTo text: String) -> (name: String, parameter: String)? {
        let own = subject.ownChannels
        guard !own.isEmpty, own.count <= 64, !WellKnownChannels.names.contains(text) else { return nil }
        return own.first { name, _ in
            // Numbers tell siblings apart.
            let isSlip =
                text.utf8.count > 5 && WellKnownChannels.isOneLetter(from: Array(text.utf8), to: Array(name.utf8))
                && text.filter(\.isNumber) == name.filter(\.isNumber)
            return name != text && (isSlip || name.lowercased() == text.lowercased())
        }
    }

    /// `conda-forge/lable/dev`: of three parts the second is always the same.
    private func label(_ text: String) -> Complaint? {
        let server = "https://conda.anaconda.org/"
        guard text.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 2 || text.hasPrefix(server),
            let url = subject.resolver.resolve(text).baseURLs.first, url.hasPrefix(server),
            case let parts = url.dropFirst(server.count).split(separator: "/"), parts.count == 3, parts[1] != "label",
            case let word = parts[1].lowercased(),
            word == "label" || NearestName.of(word, among: ["label"]) != nil
        else { return nil }
        return Complaint(
            "a label of a channel stands behind 'label', not behind '\(parts[1])'",
            "did you mean '\(name: text.replacing("/\(parts[1])/", with: "/label/"))'?")
    }

    private func platform(_ text: String) -> Complaint? {
        let known = EffectiveConfiguration.knownPlatforms
        guard !known.contains(text), !text.isEmpty else { return nil }
        let system = [
            ("linux", "linux-64"), ("win", "win-64"), ("mac", "osx-arm64"), ("osx", "osx-arm64"),
            ("darwin", "osx-arm64"),
        ].first { text.lowercased().hasPrefix($0.0) && !text.contains("-") }?.1
        let near = NearestName.of(text, among: known)
        // Of a system alone the usual processor is meant, not the one with the shortest name.
        guard let nearest = text.allSatisfy(\.isLetter) ? system ?? near : near ?? system else {
            return text.contains("-")
                ? nil
                : Complaint("no platform is called '\(text)'", "write a system and a processor, such as linux-64")
        }
        return Complaint("no platform is called '\(text)'", "did you mean '\(name: nearest)'?")
    }

    /// A directory that depends on where conda runs.
    private func path(_ text: String, isInFile: Bool) -> Complaint? {
        if URLParts.hasScheme(text) {
            return Complaint(
                "this is a URL, where a path is due",
                text.hasPrefix("file:///") ? "write \(word: text.dropFirst(7))" : "write a path")
        }
        for sign in [Character(","), ":"] {
            let paths = text.split(separator: sign).map { $0.drop { $0 == " " } }
            if paths.count > 1, paths.allSatisfy({ $0.hasPrefix("/") || $0.hasPrefix("~") }) {
                return Complaint("'\(text)' is one directory", ShapeHint.apart("directory", paths))
            }
        }
        guard isInFile, kind == .directory, let first = text.first,
            !"/~$%\\".contains(first), text.dropFirst().first != ":"
        else { return nil }
        return Complaint(
            "'\(text)' counts from the directory in which conda happens to run",
            "write a whole path, such as \(word: "~/" + text.drop { "./".contains($0) })")
    }

    /// The first escape in a text in double quotes that makes it hold a control character: `"D:\new"`.
    private func escape(
        in text: String, at origin: Origin
    ) -> (place: FindingCollector.Place, complaint: Complaint)? {
        guard let document = subject.document, let range = origin.range, range.upperBound <= document.bytes.count,
            range.lowerBound < range.upperBound, document.bytes[range.lowerBound] == UInt8(ascii: "\""),
            text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        let written = document.bytes[range.lowerBound..<range.upperBound]
        var position = written.startIndex
        while let backslash = written[position...].firstIndex(of: UInt8(ascii: "\\")), backslash + 1 < written.endIndex
        {
            let letter = written[backslash + 1]
            if let meaning = Self.meaning(ofEscape: letter) {
                let span = document.source.span(of: SourceRange(backslash, backslash + 2))
                let complaint = Complaint(
                    "in double quotes \\\(UnicodeScalar(letter)) is \(meaning)",
                    "write ' in place of each \", or \\\\ in place of each \\")
                return (.init(span), complaint)
            }
            position = backslash + 2
        }
        return nil
    }

    private static func meaning(ofEscape letter: UInt8) -> String? {
        switch letter {
        case "n", "r", "N": "a line break"
        case "t": "a tab"
        case "0", "a", "b", "e", "f", "v":
            "a control character"
        case "x", "u", "U": "the beginning of a character's number"
        default: nil
        }
    }

    /// `http://user:pa #ss@host`
    private func commentInURL(_ text: String, behind origin: Origin) -> Complaint? {
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
        return Complaint("this URL ends before ' #': the rest is a comment", "put the whole URL in quotes")
    }
}
