import CondaCredentials
import CondaURL
import Condarc
import LosslessYAML
import SecureFileStore
import TokenMigration

/// Which secrets of configuration files a conda-token file can take over, so that conda sends to every channel what it
/// sends now: decided by the rules of selection, with the files as they would be after.
struct CondarcMoves {
    /// Why one stays, in the order of the secrets; nil for one that can be moved.
    private(set) var refusals: [String?]

    private let session: ToolSession
    private let condarc: CondarcReading
    private let client: AuthClient
    private let secrets: [CondarcSecret]
    private let files: [FileSnapshot]

    /// - Parameter secrets: in the order in which they would be moved.
    init(
        _ session: ToolSession, _ condarc: CondarcReading, client: AuthClient,
        _ secrets: [CondarcSecret], _ report: TokenReport
    ) {
        self.session = session
        self.condarc = condarc
        self.client = client
        self.secrets = secrets
        files = report.files
        refusals = CondarcMoves.conflicts(
            secrets, report.tokens.filter { $0.store == session.condaTokens.name }, condarc.tokenAdding)
        if let stop = condarc.stop {
            refusals = refusals.map { $0 ?? "mend the configuration first, at which conda stops: \(stop)" }
        }
        if !moved.isEmpty {
            let now = ChannelCredentials(session, condarc, client: client, read: files)
            let asked = CondarcMoves.asked(condarc, secrets)
            let before = asked.map { try? now.choices(for: $0) }
            let places = Dictionary(uniqueKeysWithValues: asked.enumerated().map { ($1, $0) })
            for index in moved where !CondarcMoves.isSent(secrets[index], places, before) {
                refusals[index] = "take it out of the URL: conda does not send it from there"
            }
            // Fewer of them each time, so that it ends.
            while !moved.isEmpty {
                let differing = self.differing(from: before, asked, moving: moved)
                if differing.isEmpty { break }
                for index in responsible(for: differing, asked, among: moved) {
                    refusals[index] =
                        "conda would send something else for \(ChannelURL.shown(asked[differing[0]])) if a conda-token file "
                        + "held it: take it out of the URL, and store it with keyring-tool set for the channels that need it"
                }
            }
        }
    }

    private var moved: [Int] { refusals.indices.filter { refusals[$0] == nil } }

    private static func conflicts(
        _ secrets: [CondarcSecret], _ tokens: [StoredToken], _ adding: CredentialSelection.TokenAdding
    ) -> [String?] {
        let present = Dictionary(tokens.compactMap { token in token.url.map { (URLText.site($0), token) } }) {
            first, _ in first
        }
        var taken: [[UInt8]: Secret] = [:]
        return secrets.map { secret in
            guard let url = secret.tokenURL, let token = secret.url.secretToken, secret.url.tokenIsWhole else {
                return "take it out of the URL; a conda-token file cannot hold it"
            }
            if let mistake = token.mistake {
                return "it is left there, for it is no token: \(mistake.message); \(mistake.remedy)"
            }
            let site = URLText.site(url)
            if let present = present[site], !present.secret.matches(token) {
                return
                    "there is another token for \(url) (\(present.redacted)): remove the wrong one, then run doctor --fix"
            }
            if case .off = adding {
                return "add_anaconda_token is false: conda would not put a stored token into the URL"
            }
            if let other = taken[site], !other.matches(token) {
                return
                    "another URL holds another token for \(url) (\(other.redacted)): take the wrong one out, then "
                    + "run doctor --fix"
            }
            taken[site] = token
            return nil
        }
    }

    /// The channels that conda may be asked for by its configuration.
    private static func asked(_ condarc: CondarcReading, _ secrets: [CondarcSecret]) -> [String] {
        var seen: Set<String> = []
        return (condarc.channelTexts + secrets.compactMap(\.channel)).filter { seen.insert($0).inserted }
    }

    private static func isSent(
        _ secret: CondarcSecret, _ places: [String: Int], _ before: [[CredentialChoice]?]
    ) -> Bool {
        guard let channel = secret.channel, let token = secret.url.secretToken, let index = places[channel]
        else { return false }
        return before[index]?.contains { $0.sent.contains { $0.secret.matches(token) } } == true
    }

    /// The places in `asked` of the channels for which conda would send something else.
    private func differing(from before: [[CredentialChoice]?], _ asked: [String], moving: [Int]) -> [Int] {
        let texts = Dictionary(moving.map { (secrets[$0].text, secrets[$0].url.textWithoutToken) }) { $1 }
        var edited: [String: [UInt8]] = [:]
        for (source, secrets) in Dictionary(grouping: moving.map { secrets[$0] }, by: \.source) {
            guard let bytes = condarc.bytes(of: source), let document = try? YAMLDocument(configuration: bytes),
                let after = try? CondarcSecret.taking(secrets, outOf: document)
            else { return Array(asked.indices) }
            edited[source] = after.bytes
        }
        let stored = moving.compactMap { index -> (url: String, token: Secret)? in
            guard let url = secrets[index].tokenURL, let token = secrets[index].url.secretToken else { return nil }
            return (url, token)
        }
        let condarc = condarc.after(edited)
        // The order of a directory is chance, and the first file that fits counts.
        let after = [true, false].map {
            ChannelCredentials(session, condarc, client: client, read: files, storing: stored, first: $0)
        }
        return asked.indices.filter { index in
            let text = texts[asked[index]] ?? asked[index]
            return after.contains { credentials in
                let answers = try? credentials.choices(for: text)
                guard let answers, let old = before[index], answers.count == old.count else {
                    return (answers == nil) != (before[index] == nil)
                }
                return !zip(answers, old).allSatisfy { $0.sendsSame(as: $1) }
            }
        }
    }

    /// Those whose URL or stored URL has to do with one of the channels; all where none has.
    private func responsible(for differing: [Int], _ asked: [String], among moving: [Int]) -> [Int] {
        let names = Set(differing.map { asked[$0] })
        let urls = differing.compactMap {
            (ChannelURL(asked[$0])?.withoutSecrets).map { Array($0.utf8) + [UInt8(ascii: "/")] }
        }
        .sorted { $0.lexicographicallyPrecedes($1) }
        let found = moving.filter { index in
            if let channel = secrets[index].channel, names.contains(channel) { return true }
            guard let url = secrets[index].tokenURL else { return false }
            // Those that begin with it stand together, from the first that does not come before it.
            var (low, high) = (0, urls.count)
            while low < high {
                let middle = (low + high) / 2
                if urls[middle].lexicographicallyPrecedes(url.utf8) { low = middle + 1 } else { high = middle }
            }
            return low < urls.count && urls[low].starts(with: url.utf8)
        }
        return found.isEmpty ? moving : found
    }
}
