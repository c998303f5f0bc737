import CondaURL
import HostPlatform
import LosslessYAML

package enum UnknownParameterRule: CheckRule {
    package static let judgesNewValues = true
    package static let isOfUnknownKeys = true
    package static let documentation = RuleDocumentation(
        name: "unknown-parameter", severity: .warning, summary: "a key that conda does not know",
        rationale: "conda passes over it without a word, so that a misspelt key has no effect. Settings of plugins "
            + "stand under `plugins`, where any key is let pass. In proxy_servers a key is a scheme, alone or with a host; in "
            + "an entry of channel_settings only what is nearly `channel` or `auth` is told, since plugins read other keys, "
            + "and a `channel` that matches none. "
            + "`--fix` leaves a misspelt key alone: to rename it is to switch on a setting that was never in force.",
        bad: "chanels:\n  - conda-forge\n", good: "channels:\n  - conda-forge\nplugins:\n  any_setting: 1\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard !isForeign(subject, &findings) else { return }
        /// The last map or list of maps without an entry, whose entries may stand in its own column.
        var parent: Parameter?
        for setting in subject.settings {
            if let parameter = setting.parameter {
                if setting.value.isNull, parameter.type.holdsMaps {
                    parent = parameter
                } else if setting.key != "channel" {
                    parent = nil
                }
                checkEntries(of: setting, parameter, subject, &findings)
                continue
            }
            let key = setting.key
            if key == "plugins" {
                for entry in setting.value.entries ?? [] {
                    if let name = entry.key.text, ForeignParameters.booleans.contains(name),
                        (try? Coercion.typed(entry.value.value, as: .bool)) == nil
                    {
                        findings.add(
                            Self.self, at: .init(entry.value.origin),
                            "plugins: '\(name)' is true or false",
                            hint: "write \(name): true, or false")
                    }
                    guard let name = ShapeHint.stray(entry.key.text, in: key) else { continue }
                    findings.add(
                        Self.self, at: subject.place(ofKeyOf: entry),
                        "plugins: no plugin has a setting '\(name)'",
                        hint: "begin `\(name): …` in the first column: it is a parameter of conda's own")
                }
                continue
            }
            if ForeignParameters.isOfPlugin(key) || RemovedParameters.replacement(of: key) != nil { continue }
            let other = key.lookalike
            findings.add(
                Self.self, at: .init(setting.origin),
                "conda has no parameter '\(key)'" + (other.map { ", with \($0.name) in it" } ?? ""),
                hint: UnknownKeyHint.hint(
                    for: setting, called: other == nil ? key : key.withoutLookalikes, below: parent,
                    in: subject.document?.source) ?? generalHint)
        }
    }

    /// Whether all of a file is another program's, which is told once.
    private static func isForeign(_ subject: CheckSubject, _ findings: inout FindingCollector) -> Bool {
        guard subject.known.count < subject.settings.count, let document = subject.document else { return false }
        let unknown = subject.settings.filter { $0.parameter == nil }
        // Packages with one version each are no variants to build for.
        let isOfPackages =
            unknown.allSatisfy { UnknownKeyHint.packages.contains($0.key) || $0.key == "pip" }
            && unknown[0].value.items == nil
        if !isOfPackages, let foreign = document.foreignText {
            let first = unknown[0].origin
            findings.add(Self.self, at: .init(first), foreign.message, hint: foreign.hint)
            return true
        }
        guard subject.known.isEmpty, unknown.allSatisfy({ $0.key != "plugins" }),
            unknown.count(where: { UnknownKeyHint.hint(forWord: $0.key, $0.value) == nil }) > 1
        else { return false }
        findings.add(
            Self.self, at: .init(unknown[0].origin),
            "conda has no parameter of these names: "
                + unknown.prefix(3).map { "'\($0.key)'" }.joined(separator: ", ")
                + (unknown.count > 3 ? ", …" : ""),
            hint: "is it the right file? conda's own has lines such as `channels: [conda-forge]`")
        return true
    }

    private static let generalHint: Advice = "see 'condarc-tool describe'; settings of plugins stand under plugins"

    // MARK: Variables

    /// conda reads only the variables that it knows, and so a misspelt one is in vain.
    package static func checkWhole(_ whole: CheckedConfiguration, _ findings: inout FindingCollector) {
        lazy var parameters = ParameterTable.names
        for name in whole.sources.host.environment.names(withPrefix: "CONDA_") {
            let key = name.dropFirst(6).lowercased()
            // Other programs have variables of their own: only what is hardly anything else is told.
            guard key.utf8.count > 5, ParameterTable.parameter(forKey: key) == nil,
                !["env_dir", "pkg_dir"].contains(key),
                let nearest = NearestName.of(key, among: parameters), nearest.first == key.first,
                abs(nearest.utf8.count - key.utf8.count) <= 2
            else { continue }
            findings.add(
                Self.self, at: .init(.variable(name)), "conda knows no variable of this name",
                hint: "did you mean CONDA_\(nearest.uppercased())?")
        }
    }

    // MARK: Entries

    private static func checkEntries(
        of setting: Setting, _ parameter: Parameter, _ subject: CheckSubject, _ findings: inout FindingCollector
    ) {
        var strays: [String] = []
        for entry in setting.value.entries ?? [] {
            guard let name = ShapeHint.stray(entry.key.text, in: parameter.name), parameter.name != "conda_build" else {
                continue
            }
            strays.append(name)
            // A value of the wrong shape is told with the same hint.
            guard subject.valueProblems.allSatisfy({ $0.setting.key != setting.key }) else { continue }
            findings.add(
                Self.self, at: subject.place(ofKeyOf: entry),
                "\(setting.key): '\(name)' is a parameter of its own",
                hint: "begin `\(name): …` in the first column")
        }
        switch parameter.name {
        case "proxy_servers":
            for entry in setting.value.entries ?? [] {
                guard let key = entry.key.text, !key.contains("$"), !strays.contains(key) else { continue }
                if key.lowercased() == "no_proxy" {
                    findings.add(
                        Self.self, at: subject.place(ofKeyOf: entry), "proxy_servers: conda reads no no_proxy here",
                        hint: "remove it, and set the variable NO_PROXY in the environment")
                    continue
                }
                let scheme = URLParts.hasScheme(key) ? key.prefix { $0 != ":" } : key[...]
                guard !ProxyScheme.all.contains(String(scheme)) else { continue }
                let meant = ProxyScheme.meant(by: scheme)
                findings.add(
                    Self.self, at: subject.place(ofKeyOf: entry),
                    "proxy_servers: conda asks for no proxy by the name '\(scheme)'",
                    hint: meant.map { "write \(word: $0)" }
                        ?? (["host", "port", "server", "url", "user", "username", "password"]
                            .contains { scheme.lowercased().hasPrefix($0) }
                            ? "write one line for each scheme, as `http: http://USER:${PASSWORD}@HOST:PORT`"
                            : "choose from http, https and all, or add a host: https://HOST"))
            }
        case "channel_settings":
            var before: [String] = []
            for item in setting.value.items ?? [] {
                guard let entries = item.entries else { continue }
                let keys = entries.compactMap(\.key.text)
                checkChannelSetting(item, keys, behind: before, subject, &findings)
                before = keys
            }
        default: break
        }
    }

    /// What matches no channel.
    ///
    /// Source: conda.gateways.connection.session, `get_channel_name_from_url` and `get_session`.
    private static func complaint(aboutPattern text: String) -> Complaint? {
        guard URLParts.hasScheme(text) else {
            guard text.contains("*") else { return nil }
            let isServer = text.prefix { $0 != "/" }.contains(".")
            return Complaint(
                "a pattern without a scheme matches nothing",
                isServer
                    ? "write \(word: "https://" + text)"
                    : "write the URL of a server, such as https://repo.anaconda.cloud/*")
        }
        guard let mark = text.firstRange(of: "://"), !text.contains("*"), !text.contains("$") else { return nil }
        let path = text[mark.upperBound...].drop { $0 != "/" }
        guard path.isEmpty || path.last == "/" else { return nil }
        return Complaint(
            path.count < 2
                ? "this is the server alone, and none of its channels"
                : "a '/' at its end, with which it matches no channel",
            "write \(word: text.hasSuffix("/") ? text + "*" : text + "/*")")
    }

    private static func checkChannelSetting(
        _ item: TracedValue, _ keys: [String], behind before: [String], _ subject: CheckSubject,
        _ findings: inout FindingCollector
    ) {
        var isMisspelt = false
        for entry in item.entries ?? [] {
            guard let key = entry.key.text, !["channel", "auth"].contains(key) else { continue }
            let word = key.lowercased()
            if ["token", "password", "api_key"].contains(word) {
                findings.add(
                    Self.self, at: subject.place(ofKeyOf: entry), "channel_settings: no \(word) is read from here",
                    hint: word == "password"
                        ? "take it out: a handler such as conda-auth's `auth: http-basic` keeps the login itself"
                        : "take it out, and store it: keyring-tool set")
                continue
            }
            let meant =
                ["channel", "auth"].first { $0 == word }
                ?? (["url", "name", "channels"].contains(word) ? "channel" : nil)
                ?? NearestName.of(word, among: ["channel", "auth"])
            guard let meant, !keys.contains(meant) else { continue }
            isMisspelt = isMisspelt || meant == "channel"
            findings.add(
                Self.self, at: subject.place(ofKeyOf: entry),
                "channel_settings: conda looks for no '\(key)' here", hint: "did you mean '\(name: meant)'?")
        }
        if let value = item.entries?.first(where: { $0.key.text == "channel" })?.value, let text = value.value.text,
            let complaint = complaint(aboutPattern: text)
        {
            findings.add(Self.self, at: .init(value.origin), "channel_settings", complaint)
        }
        guard !keys.contains("channel"), !isMisspelt else { return }
        let hint: Advice =
            if keys.count == 1, let key = keys.first, key.contains("/") || key.contains("*") {
                "write `- channel: \(key)`, and `  auth: …` on the next line"
            } else if keys.contains("auth"), before == ["channel"] {
                "take away the '- ' in front of 'auth', and begin it in the column of 'channel' above"
            } else { "add a line `channel: …` to it" }
        findings.add(
            Self.self, at: .init(item.origin),
            "channel_settings: this entry names no channel, and conda passes over it", hint: hint)
    }
}
