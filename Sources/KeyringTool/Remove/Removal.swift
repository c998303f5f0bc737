import CondaCredentials
import LosslessJSON

/// The tokens of one store that are to go, in one write.
struct Removal {
    let reading: StoreReading
    let tokens: [StoredToken]
    /// Whether the tokens were picked by their name, and not only as copies of one that was.
    var isPicked = true
    /// Whether the store goes with them: a damaged one that was kept.
    var isWhole = false

    var store: any TokenStore { reading.store }
    private var edits: [TokenEdit] { tokens.map { TokenEdit($0.address, .remove(ifMatching: nil)) } }

    func apply(isRehearsal: Bool) throws(CredentialError) -> StoreOutcome {
        try reading.apply(edits, isRehearsal: isRehearsal)
    }

    /// Copies first, and last a place that the token was picked by: as long as a copy is left, the next run finds it there.
    static func ordered(_ removals: [Removal]) -> [Removal] {
        guard removals.contains(where: { !$0.isPicked }), let last = removals.lastIndex(where: \.isPicked) else {
            return removals
        }
        return removals.indices.filter { $0 != last }.map { removals[$0] } + [removals[last]]
    }

    /// What became of some removals; one store that fails does not keep the others from it.
    ///
    /// - Parameter problems: what kept stores from being looked through, and what may be left in them.
    static func told(
        _ removals: [Removal], verb: String, problems: [CredentialError] = [],
        _ act: (Removal) throws(CredentialError) -> StoreOutcome
    ) -> Told {
        var told = Told([], [], failure: nil)
        var removed: [JSONValue] = []
        var failures: [CredentialError] = []
        let ordered = ordered(removals)
        // A copy is left that only the picked token leads to.
        var isCopyLeft = false
        for (number, removal) in ordered.enumerated() {
            if isCopyLeft, removal.isPicked, number == ordered.count - 1 {
                told.lines += removal.tokens.map {
                    "left: \($0.address.phrase) in \($0.shownPath), by which the next run finds what is left"
                }
                continue
            }
            let outcome: StoreOutcome
            do throws(CredentialError) { outcome = try act(removal) } catch {
                failures.append(error)
                isCopyLeft = isCopyLeft || !removal.isPicked
                continue
            }
            failures += outcome.failures
            isCopyLeft = isCopyLeft || !removal.isPicked && outcome.failure != nil
            told.changes += outcome.changes
            told.warnings += outcome.warnings
            if removal.isWhole {
                told.lines.append("\(verb) the damaged keyring that was kept as \(removal.store.path)")
            }
            for (index, token) in removal.tokens.enumerated() where outcome.changed(at: index) {
                removed.append(token.json)
                if removal.isWhole { continue }
                told.lines.append("\(verb) \(token.address.phrase), \(token.redacted), from \(token.shownPath)")
            }
        }
        failures += problems
        told.failure = failures.first
        let failed = failures.map { error -> JSONValue in
            ["path": error.shownPath.json, "message": .string(error.message)]
        }
        told.members = ["tokens": .array(removed), "removed": .array(removed), "failed": .array(failed)]
        return told
    }
}
