import CommandLineKit
import CondaCredentials
import CondaSession
import Condarc
import SecureFileStore

/// Answers which credential conda would send, for one machine: everything is read once.
struct ChannelCredentials {
    let condarc: CondarcReading
    let client: AuthClient
    private let inputs: CredentialSelection.Inputs
    private let stop: String?

    /// - Parameters:
    ///   - read: files of stores that need not be opened again.
    ///   - storing: further conda-token files, as if they were there.
    ///   - first: whether the directory lists those before the others.
    init(
        _ session: ToolSession, _ condarc: CondarcReading, client: AuthClient, read: [FileSnapshot] = [],
        storing: [(url: String, token: Secret)] = [], first: Bool = true
    ) {
        self.condarc = condarc
        self.client = client
        stop = condarc.stop
        inputs = CredentialSelection.Inputs(
            session.stores, client: client, channelSettings: condarc.channelSettings, tokenAdding: condarc.tokenAdding,
            pluginsAreOffBy: condarc.setter(ofTrue: "no_plugins"), read: read, storing: storing, first: first)
    }

    /// The answer for a channel's name or URL: several for a name that means several channels.
    func choices(for channel: String) throws(CondarcProblems) -> [CredentialChoice] {
        try condarc.requests(for: channel).map { request, refusal in
            CredentialSelection.choose(
                for: request, inputs, stop: stop ?? refusal.map { CommandError($0).text })
        }
    }

    /// What conda stops at where it wants the channel, as far as its configuration says so.
    func stops(at channel: String) -> [CondarcError] {
        if let stopping = condarc.stopping { return [stopping] }
        do throws(CondarcProblems) {
            return try condarc.requests(for: channel).compactMap(\.refusal)
        } catch {
            return Array(error.all.prefix(1))
        }
    }
}

extension ChannelCredentials {
    /// The answer for a channel below the URL of a conda-token file; nil where conda stops.
    func choice(below url: String) -> CredentialChoice? {
        try? choices(for: url.hasSuffix("/") ? url + "main" : url + "/main").first
    }

    /// Whether conda sends the keyring's copy of a conda-token file's token wherever it could send the file's.
    func usesKeyring(insteadOf file: StoredToken) -> Bool {
        guard let url = file.url, let answer = choice(below: url), answer.credential?.store == .keyring,
            answer.credential?.secret.matches(file.secret) == true
        else { return false }
        return condarc.channelTexts.allSatisfy { channel in
            (try? choices(for: channel))?.allSatisfy { answer in
                !answer.sent.contains { $0.store == file.store && $0.secret.matches(file.secret) }
            } ?? true
        }
    }
}
