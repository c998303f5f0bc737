import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform

/// Settings that cannot be read, that move a store without being seen, or that make it count for nothing.
enum SettingCheck {
    /// - Parameter now: seconds since 1970.
    static func findings(_ session: ToolSession, now: Int) -> [DoctorFinding] {
        let places = session.places
        var findings = places.settings.problems.map { problem in
            DoctorFinding(
                problem.code.rawValue, problem.isFatal ? .error : .note, path: problem.path, line: problem.line,
                column: problem.column, problem.message,
                advice: problem.hint
                    ?? (problem.isFatal
                        ? problem.path == nil
                            ? "set it to such a value, or unset it: anaconda-auth stops at it"
                            : "mend the file: anaconda-auth stops at it" : nil))
        }
        let keyring = places.keyring
        if keyring.origin.kind == .dotEnv {
            findings.append(
                DoctorFinding(
                    "dot-env-moves-keyring", path: keyring.origin.path, line: keyring.origin.line,
                    "this file puts the keyring at \(keyring.path), but only for programs started in this directory",
                    advice: "set keyring_path in \(places.settings.configPath), or take the line out"))
        }
        for origin in Set(keyring.overridden.map(\.origin.name)).sorted() {
            findings.append(
                DoctorFinding(
                    "setting-without-effect", .note, path: nil,
                    "\(origin) does not count: \(keyring.origin.text) decides where the keyring is"))
        }
        if let notice = places.systemStorage {
            let origin = places.preferredStorage?.origin
            findings.append(
                DoctorFinding(
                    "system-storage", path: origin?.path, line: origin?.line, notice,
                    advice:
                        "keyring-tool migrate --from keyring --to system, or set preferred_token_storage to 'anaconda-keyring'"
                ))
        }
        if let backend = places.keyringBackend, let obstacle = backend.obstacle {
            findings.append(
                DoctorFinding(
                    "keyring-backend", path: backend.origin.path, line: backend.origin.line,
                    "\(backend.origin.name) \(obstacle)", advice: backend.removal))
        }
        if let key = places.settings[.apiKey], let finding = misplaced(key, session, now: now) {
            findings.append(finding)
        }
        for field in [AnacondaSettings.Field.apiKey, .keyring] {
            guard let value = places.settings[field] else { continue }
            findings.append(
                DoctorFinding(
                    "setting-overrides-keyring", .note, path: value.origin.path, line: value.origin.line,
                    "\(value.origin.name) is set: for anaconda-auth it goes before the keyring"))
        }
        if let ana = places.anaKeyring, ana.path != keyring.path {
            findings.append(
                DoctorFinding(
                    "ana-keyring", .note, path: ana.path,
                    "ANA_KEYRING_PATH: the program 'ana' uses this keyring, anaconda-auth the one at \(keyring.path)"))
        }
        return findings + relativePlaces(session.stores) + misspelt(session)
    }

    /// Names that are nearly those of settings.
    private static func misspelt(_ session: ToolSession) -> [DoctorFinding] {
        AnacondaSettings.unreadNames(host: session.host, files: session.settingFiles).compactMap { unread in
            let spelt = unread.name.replacing("-", with: "_")
            let meant = unread.known.contains(spelt) ? spelt : NearestName.of(spelt, among: unread.known)
            guard unread.isAstray || meant != nil else { return nil }
            return DoctorFinding(
                "setting-unread", path: unread.origin.path, line: unread.origin.line,
                "anaconda-auth does not read \(unread.origin.name)",
                advice: unread.isAstray
                    ? "its settings stand in the table [plugin.auth]" : meant.map { "did you mean '\($0)'?" })
        }
    }

    /// Variables that put a store into whichever directory a program is started in.
    private static func relativePlaces(_ site: StoreSite) -> [DoctorFinding] {
        StoreKind.all.compactMap { kind in
            guard let place = kind.placed(site), place.origin.kind == .environment,
                let value = site.host.environment[place.origin.name], site.host.absolute(value) != value
            else { return nil }
            if let doubt = kind.doubt(site) {
                return DoctorFinding("setting-not-expanded", .error, path: nil, doubt.message, advice: doubt.hint)
            }
            // Where there is no doubt all the same, the client expands it.
            return UnexpandedPath(value, site.host.environment) == nil ? relative(place) : nil
        }
    }

    private static func relative(_ place: TokenPlaces.Place) -> DoctorFinding {
        DoctorFinding(
            "relative-setting", path: nil,
            "\(place.origin.name) is no whole path: what is in \(place.path) counts only for programs started in this "
                + "directory",
            advice: "give the variable the whole path")
    }

    /// What is told of a text in an API key's place that is none.
    private static func misplaced(_ key: SettingValue, _ session: ToolSession, now: Int) -> DoctorFinding? {
        guard let secret = key.string.map({ Secret($0) }), !secret.isEmpty else { return nil }
        let (name, isVariable) = (key.origin.name, key.origin.kind == .environment)
        let removing = isVariable ? "unset \(name)" : "take it out of \(key.origin.path ?? "the settings")"
        func finding(_ code: String, _ message: String, _ advice: String) -> DoctorFinding {
            DoctorFinding(code, path: key.origin.path, line: key.origin.line, "\(name) \(message)", advice: advice)
        }
        if let mistake = secret.mistake { return finding("no-token", "holds no API key: \(mistake.message)", removing) }
        let place = TokenAddress.apiKey(domain: session.places.settings.defaultDomain)
        if let end = JSONWebToken.expiry(of: secret), end <= now {
            return DoctorFinding(
                "expired-api-key", .error, path: key.origin.path, line: key.origin.line,
                "\(name) holds an API key that expired at \(CalendarTime.text(end) ?? "a time long ago")",
                advice: removing)
        }
        guard TokenFit(of: secret, at: place, site: session.site) == .repoToken else { return nil }
        return finding(
            "wrong-kind", "holds a repo token, and conda sends it as an API key",
            "keyring-tool set --store keyring --org ORG" + (isVariable ? " --token-env \(name)" : "")
                + ", then \(removing)")
    }
}
