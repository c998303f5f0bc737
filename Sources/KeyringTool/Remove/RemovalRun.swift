import CommandLineKit
import CondaCredentials

/// Removes what was found, and tells it.
struct RemovalRun {
    let invocation: Invocation
    let session: ToolSession
    let isStrict: Bool

    func run(_ found: RemovalSelection.Found) throws -> ExitStatus {
        for note in found.notes { invocation.console.note(note) }
        if let elsewhere = found.elsewhere {
            invocation.console.note("there is no such token in \(invocation.store?.name.rawValue ?? "the store")")
            invocation.console.hint(elsewhere)
        } else if found.removals.isEmpty {
            PresentTokens(tokens: found.present, wanted: found.wanted).tell(invocation.console)
        }
        let path = try session.store(invocation.store ?? .keyring).path
        let status = try WriteRun(invocation: invocation, session: session).run(path: path) { writing in
            Removal.told(found.removals, verb: writing ? "removed" : "would remove", problem: found.problem) {
                removal throws(CredentialError) in try writing ? removal.write() : removal.rehearse()
            }
        }
        return status == .success && found.removals.isEmpty && isStrict ? .negative : status
    }
}
