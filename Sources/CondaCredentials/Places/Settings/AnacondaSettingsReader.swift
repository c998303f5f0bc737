import CondaURL
import HostPlatform

/// Reads the sources of anaconda-auth's settings, one after the other.
struct AnacondaSettingsReader {
    let host: Host
    let files: SettingFiles
    let configPath: String
    let dotEnvPath: String
    let secretsDirectory: String
    private(set) var site: String?
    private(set) var problems: [SettingProblem] = []
    private(set) var siteDomains: [String] = []
    /// The domain that the caller asks about: stronger than any setting.
    private let asked: String?
    private var config = TOMLTable()
    private var dotEnv: [DotEnvFile.Assignment] = []
    private let secretNames: [String]
    /// The environment's names by their small letters; an exact name in capitals wins.
    private let variables: [String: String]

    init(host: Host, files: SettingFiles, asked: String? = nil) {
        self.host = host
        self.files = files
        self.asked = asked
        func place(_ variable: String, _ fallback: String) -> String {
            // The order of anaconda-cli-base: first `~`, then variables.
            let text = host.environment.nonEmpty(variable) ?? fallback
            let home = host.expandingHome(text)
            return host.absolute(host.expandingVariables(home))
        }
        configPath = place("ANACONDA_CONFIG_TOML", host.join("~", ".anaconda", "config.toml"))
        secretsDirectory = place("ANACONDA_SECRETS_DIR", "/run/secrets")
        dotEnvPath = host.join(host.currentDirectory, ".env")
        secretNames = files.names(secretsDirectory)
        variables = Dictionary(
            host.environment.names.map { ($0.lowercased(), $0) },
            uniquingKeysWith: { first, second in first == first.uppercased() ? first : second })
    }

    /// Strongest first.
    mutating func layers() -> [SettingLayer] {
        readConfig()
        readDotEnv()
        let own = outerLayers(prefix: "ANACONDA_AUTH_")
        let legacy = outerLayers(prefix: "ANACONDA_CLOUD_")
        checkSites()
        let site = siteLayer(above: own)
        let cloud = legacy + [pluginLayer("cloud")]
        let all = own + [site] + cloud + [pluginLayer("auth")]
        // Both are read as wholes: what an own setting hides of the former name's must be right all the same.
        _ = check(cloud)
        return check(all)
    }

    // MARK: Files

    private mutating func readConfig() {
        guard let bytes = bytes(of: configPath) else { return }
        do throws(SettingFileError) { config = try TOMLParser.parse(bytes) } catch { report(error, in: configPath) }
    }

    private mutating func readDotEnv() {
        guard let bytes = bytes(of: dotEnvPath) else { return }
        do throws(SettingFileError) {
            let file = try DotEnvFile(bytes)
            let environment = host.environment
            dotEnv = try file.values { environment[$0] }
            for line in file.unreadableLines {
                report(
                    .skipped, "a statement that cannot be read and is skipped", in: dotEnvPath, line: line,
                    hint: "write NAME=VALUE, each quote closed; or take it out")
            }
        } catch {
            report(error, in: dotEnvPath)
        }
    }

    private mutating func bytes(of path: String) -> [UInt8]? {
        switch files.read(path) {
        case .missing: return nil
        case .failed(let reason): report(.unreadable, reason, in: path)
        case .bytes(let bytes): return bytes
        }
        return nil
    }

    private mutating func report(_ error: SettingFileError, in path: String) {
        report(.syntax, error.message, in: path, line: error.line, column: error.column, hint: error.hint)
    }

    /// Once, however often it is met.
    private mutating func report(
        _ code: SettingProblem.Code, _ message: String, in path: String?, line: Int? = nil, column: Int? = nil,
        hint: String? = nil
    ) {
        let problem = SettingProblem(
            code: code, message: message, path: path, line: line, column: column, hint: hint)
        if !problems.contains(problem) { problems.append(problem) }
    }

    // MARK: Layers

    /// Environment, files of secrets and `.env`.
    private mutating func outerLayers(prefix: String) -> [SettingLayer] {
        var layers: [SettingLayer] = [[:], [:], [:]]
        for name in SettingType.all.keys {
            let values = outerValues(named: prefix + name.uppercased())
            for index in layers.indices { layers[index][name] = values[index] }
        }
        return layers
    }

    /// The values a name has in the environment, as a file of secrets and in `.env`; capital letters make no difference.
    private mutating func outerValues(named name: String) -> [SettingValue?] {
        let key = name.lowercased()
        var values: [SettingValue?] = [nil, nil, nil]
        if let found = variables[key], let value = host.environment[found] {
            values[0] = SettingValue(value: .string(value), origin: SettingOrigin(kind: .environment, name: found))
        }
        if let found = secretNames.first(where: { $0 == key }) ?? secretNames.first(where: { $0.lowercased() == key }) {
            values[1] = secretsFile(named: found)
        }
        if let found = dotEnv.last(where: { $0.name.lowercased() == key }), let value = found.value {
            values[2] = SettingValue(
                value: .string(value),
                origin: SettingOrigin(kind: .dotEnv, name: found.name, path: dotEnvPath, line: found.line))
        }
        return values
    }

    private mutating func secretsFile(named name: String) -> SettingValue? {
        let path = host.join(secretsDirectory, name)
        guard let bytes = bytes(of: path) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report(.syntax, "not UTF-8 text", in: path, line: 1, column: 1)
            return nil
        }
        return SettingValue(
            value: .string(text.strippedAsPython), origin: SettingOrigin(kind: .secretsFile, name: name, path: path))
    }

    private mutating func pluginLayer(_ name: String) -> SettingLayer {
        guard let plugin = config.entry("plugin") else { return [:] }
        guard case .table(let table) = plugin.value else {
            return invalid("plugin is \(plugin.value.typeName), not a table", at: plugin.line)
        }
        guard let own = table.entry(name) else { return [:] }
        guard case .table(let inner) = own.value else {
            return invalid("[plugin.\(name)] is \(own.value.typeName), not a table", at: own.line)
        }
        return tableLayer(inner, header: "plugin.\(name)")
    }

    private mutating func invalid(_ message: String, at line: Int) -> SettingLayer {
        report(.invalid, message, in: configPath, line: line)
        return [:]
    }

    private func tableLayer(_ table: TOMLTable, header: String) -> SettingLayer {
        let known = table.entries.filter { SettingType.of($0.key) != nil }
        return Dictionary(known.map { ($0.key, value($0, named: "[\(header)] \($0.key)")) }) { $1 }
    }

    private func value(_ entry: TOMLTable.Entry, named name: String) -> SettingValue {
        SettingValue(
            value: entry.value, origin: SettingOrigin(kind: .configFile, name: name, path: configPath, line: entry.line)
        )
    }

    // MARK: Types

    /// The layers without values of a wrong type; that of the strongest layer is a problem.
    private mutating func check(_ layers: [SettingLayer]) -> [SettingLayer] {
        var layers = layers
        for name in SettingType.all.keys.sorted() {
            var isStrongest = true
            for index in layers.indices {
                guard let value = layers[index][name] else { continue }
                if let complaint = SettingType.of(name)?.complaint(about: value) {
                    if isStrongest {
                        let origin = value.origin
                        let isPath =
                            name == "keyring" && value.string.map { $0.hasPrefix("/") || $0.hasPrefix("~") } == true
                        let due = origin.kind == .configFile ? "keyring_path" : origin.name + "_PATH"
                        report(
                            .invalid, "\(origin.name) is \(isPath ? "a path, and not a keyring as JSON" : complaint)",
                            in: origin.path, line: origin.line, hint: isPath ? "put the path into \(due) instead" : nil)
                    }
                    layers[index][name] = nil
                }
                isStrongest = false
            }
        }
        return layers
    }

    // MARK: Sites

    private var sites: [TOMLTable.Entry] { config.table(at: "sites")?.entries ?? [] }

    /// Every site is read, whichever counts.
    private mutating func checkSites() {
        if let entry = config.entry("sites"), config.table(at: "sites") == nil {
            _ = invalid("sites is \(entry.value.typeName), not a table", at: entry.line)
        }
        for site in sites {
            guard case .table(let table) = site.value else {
                _ = invalid("[sites.\(site.key)] is no table", at: site.line)
                continue
            }
            let layer = check([tableLayer(table, header: "sites.\(site.key)")])[0]
            let domain = layer["domain"]?.string.map(AnacondaSettings.host(ofDomain:)) ?? AnacondaDomains.main
            siteDomains.append(domain)
        }
    }

    private mutating func siteLayer(above layers: [SettingLayer]) -> SettingLayer {
        guard let entry = chosenSite(above: layers), case .table(let table) = entry.value else { return [:] }
        site = entry.key
        return tableLayer(table, header: "sites.\(entry.key)")
    }

    private mutating func chosenSite(above layers: [SettingLayer]) -> TOMLTable.Entry? {
        func set(_ name: String) -> SettingValue? { layers.lazy.compactMap { $0[name] }.first }
        if let wanted = set("site"), let name = wanted.string, !name.isEmpty {
            if let site = sites.first(where: { $0.key == name }) { return site }
            if !(sites.isEmpty && name == AnacondaDomains.main) { unknownSite(name, wanted.origin) }
            return nil
        }
        if let asked {
            return site(ofDomain: AnacondaSettings.host(ofDomain: asked), "the channel's host")
        }
        if let wanted = set("domain"), let domain = wanted.string, !domain.isEmpty {
            return site(ofDomain: AnacondaSettings.host(ofDomain: domain), wanted.origin.name)
        }
        guard let wanted = defaultSite else { return sites.first }
        guard let name = wanted.string else {
            _ = invalid(
                "default_site is \(wanted.value.typeName), not a string", at: wanted.origin.line ?? 1)
            return nil
        }
        if let site = sites.first(where: { $0.key == name }) { return site }
        let count = problems.count
        if let site = site(ofDomain: name, wanted.origin.name) { return site }
        if problems.count == count, name != AnacondaDomains.main { unknownSite(name, wanted.origin) }
        return nil
    }

    private var defaultSite: SettingValue? {
        mutating get {
            if let outer = outerValues(named: "ANACONDA_DEFAULT_SITE").lazy.compactMap({ $0 }).first { return outer }
            return config.entry("default_site").map { value($0, named: "default_site") }
        }
    }

    private mutating func site(ofDomain domain: String, _ asker: String) -> TOMLTable.Entry? {
        let matches = sites.filter { site in
            guard case .table(let table) = site.value else { return false }
            guard case .string(let text)? = table.entry("domain")?.value else { return domain == AnacondaDomains.main }
            return AnacondaSettings.host(ofDomain: text) == domain
        }
        if matches.count > 1 {
            let names = matches.map(\.key).joined(separator: ", ")
            report(.invalid, "the domain \(domain) of \(asker) is that of several sites: \(names)", in: configPath)
            return nil
        }
        return matches.first
    }

    private mutating func unknownSite(_ name: String, _ origin: SettingOrigin) {
        report(
            .invalid,
            "\(origin.name) names the site \(name), which \(configPath) does not have"
                + (sites.isEmpty ? "" : ": it has \(sites.map(\.key).joined(separator: ", "))"),
            in: origin.path ?? configPath, line: origin.line)
    }
}

extension AnacondaSettingsReader {
    /// The names that anaconda-auth does not read, of those that may be meant for it.
    mutating func unreadNames() -> [UnreadSettingName] {
        readConfig()
        readDotEnv()
        lazy var settings = SettingType.all.keys.sorted()
        var found: [UnreadSettingName] = []
        func look(at table: TOMLTable, _ header: String, known: [String]) {
            for entry in table.entries where !known.contains(entry.key) {
                let isTable = if case .table = entry.value { true } else { false }
                let path = header.isEmpty ? entry.key : "\(header).\(entry.key)"
                let isAstray = isTable ? header.isEmpty && entry.key == "auth" : settings.contains(entry.key)
                let name = isTable ? "[\(path)]" : header.isEmpty ? entry.key : "[\(header)] \(entry.key)"
                found.append(
                    UnreadSettingName(
                        name: entry.key,
                        origin: SettingOrigin(kind: .configFile, name: name, path: configPath, line: entry.line),
                        known: known,
                        isAstray: isAstray))
            }
        }
        look(at: config, "", known: ["plugin", "sites", "default_site"])
        if let plugin = config.table(at: "plugin") { look(at: plugin, "plugin", known: ["auth", "cloud"]) }
        let tables =
            ["auth", "cloud"].map { ("plugin.\($0)", config.table(at: "plugin", $0)) }
            + sites.map { ("sites.\($0.key)", config.table(at: "sites", $0.key)) }
        for case (let header, let table?) in tables { look(at: table, header, known: settings) }
        let (family, prefix) = ("ANACONDA_", "ANACONDA_AUTH_")
        let variables =
            host.environment.names.filter { $0.uppercased().hasPrefix(family) }
            .map { ($0, SettingOrigin(kind: .environment, name: $0)) }
            + dotEnv.map { ($0.name, SettingOrigin(kind: .dotEnv, name: $0.name, path: dotEnvPath, line: $0.line)) }
        lazy var known = settings.map { prefix + $0.uppercased() }
        let short = ["KEYRING_PATH", "PREFERRED_TOKEN_STORAGE", "API_KEY"].map { family + $0 }
        for (name, origin) in variables {
            let name = name.uppercased()
            if short.contains(name) {
                let due = prefix + name.dropFirst(family.utf8.count)
                found.append(UnreadSettingName(name: due, origin: origin, known: [due], isAstray: false))
            }
            guard name.hasPrefix(prefix), !known.contains(name) else { continue }
            found.append(UnreadSettingName(name: name, origin: origin, known: known, isAstray: false))
        }
        return found
    }
}

/// A name in a place of anaconda-auth's settings that none of them has.
package struct UnreadSettingName: Sendable {
    package let name: String
    package let origin: SettingOrigin
    /// The names that are read there.
    package let known: [String]
    /// Whether it is a setting's, and stands outside of its table.
    package let isAstray: Bool
}
