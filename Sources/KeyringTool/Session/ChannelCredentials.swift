import CondaCredentials
import Condarc
import HostPlatform
import SecureFileStore

/// Answers which credential conda would send, for one machine: everything is read once.
struct ChannelCredentials {
    let condarc: CondarcReading
    let client: AuthClient
    private let inputs: CredentialSelection.Inputs
    private let stop: String?

    init(_ session: ToolSession, _ condarc: CondarcReading, client: AuthClient) {
        self.condarc = condarc
        self.client = client
        stop = condarc.stop
        let (host, files, settingFiles, places) = (session.host, session.files, session.settingFiles, session.places)
        let stores = session.stores
        let keyring = Once {
            KeyringLookup.current(host: host, places: places, files: files, system: { stores.systemKeyringStore })
        }
        let directory = places.condaTokens.path
        let condaTokens = Once { () -> Result<CondaTokenListing, CondaTokenListing.Unreadable> in
            do throws(CondaTokenListing.Unreadable) {
                return .success(try CondaTokenListing(directory: directory, files: files))
            } catch {
                return .failure(error)
            }
        }
        inputs = CredentialSelection.Inputs(
            host: host, client: client, channelSettings: condarc.channelSettings,
            addsToken: condarc.addsAnacondaToken, pluginsAreOffBy: condarc.pluginsAreOffBy,
            settings: { domain in
                domain.map { AnacondaSettings(host: host, files: settingFiles, domain: $0) } ?? places.settings
            },
            keyring: { keyring.value }, condaTokens: { condaTokens.value }, netrc: settingFiles)
    }

    /// The answer for a channel's name or URL: several for a name that means several channels.
    func choices(for channel: String) throws(CondarcProblems) -> [CredentialChoice] {
        try condarc.requests(for: channel).map { request, refusal in
            CredentialSelection.choose(for: request, inputs, stop: stop ?? refusal)
        }
    }
}

/// A value that is made when it is first asked for, and once.
private final class Once<Value> {
    private let make: () -> Value
    private var made: Value?

    init(_ make: @escaping () -> Value) { self.make = make }

    var value: Value {
        if let made { return made }
        let value = make()
        made = value
        return value
    }
}
