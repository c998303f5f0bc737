import HostPlatform

/// Reads the sources of anaconda-auth's settings, one after the other.
struct AnacondaSettingsReader {
    typealias Field = AnacondaSettings.Field

    let host: Host
    let files: SettingFiles
    let configPath: String
    let dotEnvPath: String
    let secretsDirectory: String
    private(set) var site: String?
    private(set) var problems: [SettingProblem] = []
    private var config = TOMLTable()
    private var dotEnv: [(name: String, value: String?, line: Int)] = []
    private let secretNames: [String]

    init(host: Host, files: SettingFiles) {
        self.host = host
        self.files = files
        func place(_ variable: String, _ fallback: String) -> String {
            // The order of anaconda-cli-base: first `~`, then variables.
            let text = host.environment.nonEmpty(variable) ?? fallback
            return host.absolute(host.expandingVariables(host.expandingHome(text)))
        }
        let defaultConfig = host.join(host.join(host.home, ".anaconda"), "config.toml")
        configPath = place("ANACONDA_CONFIG_TOML", defaultConfig)
        secretsDirectory = place("ANACONDA_SECRETS_DIR", "/run/secrets")
        dotEnvPath = host.join(host.currentDirectory, ".env")
        secretNames = files.names(secretsDirectory)
    }

    /// Strongest first.
    mutating func layers() -> [[Field: SettingValue]] {
        readConfig()
        readDotEnv()
        let own = outerLayers(prefix: "ANACONDA_AUTH_")
        let legacy = outerLayers(prefix: "ANACONDA_CLOUD_")
        return own + [siteLayer(above: own)] + legacy
            + [tableLayer(config.table(at: "plugin", "cloud"), header: "plugin.cloud")]
            + [tableLayer(config.table(at: "plugin", "auth"), header: "plugin.auth")]
    }

    // MARK: Files

    private mutating func readConfig() {
        switch files.read(configPath) {
        case .missing: break
        case .failed(let reason): problems.append(SettingProblem(.unreadable, reason, path: configPath))
        case .bytes(let bytes):
            do throws(SettingFileError) {
                config = try TOMLParser.parse(bytes)
            } catch {
                note(error, in: configPath)
            }
        }
    }

    private mutating func readDotEnv() {
        switch files.read(dotEnvPath) {
        case .missing: break
        case .failed(let reason): problems.append(SettingProblem(.unreadable, reason, path: dotEnvPath))
        case .bytes(let bytes):
            do throws(SettingFileError) {
                let file = try DotEnvFile(bytes)
                let environment = host.environment
                dotEnv = file.values { environment[$0] }
                problems += file.unreadableLines.map {
                    SettingProblem(
                        .skipped, "a statement that cannot be read and is skipped", path: dotEnvPath, line: $0)
                }
            } catch {
                note(error, in: dotEnvPath)
            }
        }
    }

    private mutating func note(_ error: SettingFileError, in path: String) {
        problems.append(
            SettingProblem(.syntax, error.message, path: path, line: error.line, column: error.column))
    }

    // MARK: Layers

    /// Environment, files of secrets and `.env`.
    private mutating func outerLayers(prefix: String) -> [[Field: SettingValue]] {
        var layers: [[Field: SettingValue]] = [[:], [:], [:]]
        for field in Field.allCases {
            let values = outerValues(named: prefix + field.rawValue.uppercased())
            for index in layers.indices { layers[index][field] = values[index] }
        }
        return layers
    }

    /// The values a name has in the environment, as a file of secrets and in `.env`; capital letters make no difference.
    private mutating func outerValues(named name: String) -> [SettingValue?] {
        let key = name.lowercased()
        var values: [SettingValue?] = [nil, nil, nil]
        let names = host.environment.names
        if let found = names.first(where: { $0 == name }) ?? names.first(where: { $0.lowercased() == key }),
            let value = host.environment[found]
        {
            values[0] = SettingValue(value: .string(value), origin: SettingOrigin(.environment, found))
        }
        if let found = secretNames.first(where: { $0 == key }) ?? secretNames.first(where: { $0.lowercased() == key }) {
            values[1] = secretsFile(named: found)
        }
        if let found = dotEnv.last(where: { $0.name.lowercased() == key }), let value = found.value {
            values[2] = SettingValue(
                value: .string(value),
                origin: SettingOrigin(.dotEnv, found.name, path: dotEnvPath, line: found.line))
        }
        return values
    }

    private mutating func secretsFile(named name: String) -> SettingValue? {
        let path = host.join(secretsDirectory, name)
        switch files.read(path) {
        case .missing: return nil
        case .failed(let reason):
            problems.append(SettingProblem(.unreadable, reason, path: path))
            return nil
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                problems.append(SettingProblem(.syntax, "not UTF-8 text", path: path, line: 1, column: 1))
                return nil
            }
            return SettingValue(
                value: .string(text.trimmingWhitespace()), origin: SettingOrigin(.secretsFile, name, path: path))
        }
    }

    private mutating func siteLayer(above layers: [[Field: SettingValue]]) -> [Field: SettingValue] {
        let sites = config.table(at: "sites")?.entries ?? []
        guard let entry = chosenSite(among: sites, above: layers) else { return [:] }
        site = entry.key
        guard case .table(let table) = entry.value else {
            problems.append(
                SettingProblem(.invalid, "[sites.\(entry.key)] is no table", path: configPath, line: entry.line))
            return [:]
        }
        return tableLayer(table, header: "sites.\(entry.key)")
    }

    private mutating func chosenSite(
        among sites: [TOMLTable.Entry], above layers: [[Field: SettingValue]]
    ) -> TOMLTable.Entry? {
        func set(_ field: Field) -> SettingValue? { layers.lazy.compactMap { $0[field] }.first }
        if let wanted = set(.site), let name = wanted.string, !name.isEmpty {
            if let site = sites.first(where: { $0.key == name }) { return site }
            if !(sites.isEmpty && name == "anaconda.com") { unknownSite(name, wanted.origin) }
            return nil
        }
        if let wanted = set(.domain), let domain = wanted.string, !domain.isEmpty {
            return site(ofDomain: domain, among: sites, wanted.origin)
        }
        let table = config.entry("default_site").map {
            SettingValue(
                value: $0.value,
                origin: SettingOrigin(.configFile, "default_site", path: configPath, line: $0.line))
        }
        let outer = outerValues(named: "ANACONDA_DEFAULT_SITE").lazy.compactMap { $0 }.first
        guard let wanted = outer ?? table else { return sites.first }
        guard let name = wanted.string else {
            problems.append(
                SettingProblem(
                    .invalid, "default_site is \(wanted.value.typeName), not a string", path: wanted.origin.path,
                    line: wanted.origin.line))
            return nil
        }
        if let site = sites.first(where: { $0.key == name }) { return site }
        let count = problems.count
        if let site = site(ofDomain: name, among: sites, wanted.origin) { return site }
        if problems.count == count, name != "anaconda.com" { unknownSite(name, wanted.origin) }
        return nil
    }

    private mutating func site(
        ofDomain domain: String, among sites: [TOMLTable.Entry], _ origin: SettingOrigin
    ) -> TOMLTable.Entry? {
        let matches = sites.filter { site in
            guard case .table(let table) = site.value else { return false }
            guard case .string(let text)? = table.entry("domain")?.value else { return domain == "anaconda.com" }
            return AnacondaSettings.host(ofDomain: text) == domain
        }
        if matches.count > 1 {
            let names = matches.map(\.key).joined(separator: ", ")
            problems.append(
                SettingProblem(
                    .invalid, "the domain \(domain) of \(origin.name) is that of several sites: \(names)",
                    path: configPath))
            return nil
        }
        return matches.first
    }

    private mutating func unknownSite(_ name: String, _ origin: SettingOrigin) {
        problems.append(
            SettingProblem(
                .invalid, "\(origin.name) names the site \(name), which \(configPath) does not have",
                path: origin.path ?? configPath, line: origin.line))
    }

    private mutating func tableLayer(_ table: TOMLTable?, header: String) -> [Field: SettingValue] {
        var layer: [Field: SettingValue] = [:]
        for field in Field.allCases {
            guard let entry = table?.entry(field.rawValue) else { continue }
            let value = SettingValue(
                value: entry.value,
                origin: SettingOrigin(
                    .configFile, "[\(header)] \(field.rawValue)", path: configPath, line: entry.line))
            guard field.accepts(value) else {
                problems.append(
                    SettingProblem(
                        .invalid, "\(value.origin.name) is \(entry.value.typeName)", path: configPath,
                        line: entry.line))
                continue
            }
            layer[field] = value
        }
        return layer
    }
}

extension AnacondaSettings.Field {
    fileprivate func accepts(_ value: SettingValue) -> Bool {
        switch self {
        case .useUnifiedRepoAPIKey: value.boolean != nil
        case .keyring: if case .table = value.value { true } else { false }
        default: value.string != nil
        }
    }
}

extension String {
    /// Without white space at both ends, as Python's `str.strip`.
    func trimmingWhitespace() -> String {
        let scalars = unicodeScalars
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            (0x1C...0x1F).contains(scalar.value) || scalar.properties.isWhitespace
        }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
