import CommandLineKit
import CondaCredentials
import LosslessJSON

/// The tokens of one store that are to go, in one write.
struct Removal {
    let store: any TokenStore
    private let reading: StoreReading
    let tokens: [StoredToken]

    init(_ store: any TokenStore, _ reading: StoreReading, _ tokens: [StoredToken]) {
        self.store = store
        self.reading = reading
        self.tokens = tokens
    }

    private var edits: [TokenEdit] { tokens.map { TokenEdit($0.address, .remove(ifMatching: nil)) } }

    func rehearse() throws(CredentialError) -> StoreOutcome { try reading.rehearse(edits) }

    func write() throws(CredentialError) -> StoreOutcome { try store.apply(edits) }

    /// What became of some removals; one store that fails does not keep the others from it.
    ///
    /// - Parameter problem: what kept a store from being looked through.
    static func told(
        _ removals: [Removal], verb: String, problem: CredentialError? = nil,
        _ act: (Removal) throws(CredentialError) -> StoreOutcome
    ) -> Told {
        var told = Told([], [], failure: nil)
        var removed: [JSONValue] = []
        for removal in removals {
            let outcome: StoreOutcome
            do throws(CredentialError) { outcome = try act(removal) } catch {
                told.failure = told.failure ?? error
                continue
            }
            told.failure = told.failure ?? outcome.failure
            told.changes += outcome.changes
            told.warnings += outcome.warnings
            for (index, token) in removal.tokens.enumerated() where outcome.changed(at: index) {
                told.lines.append("\(verb) \(token.address.phrase), \(token.redacted), from \(token.shownPath)")
                removed.append(token.json)
            }
        }
        told.failure = told.failure ?? problem
        told.members = [.init("removed", .array(removed))]
        return told
    }
}
