import CommandLineKit
import CondaCredentials
import HostPlatform
import LosslessJSON

/// What there is where what was asked for is not: the nearest name first.
struct PresentTokens {
    let tokens: [StoredToken]
    let wanted: String?
    /// Most names of a list.
    private static let most = 10

    private var names: [String] {
        var names: [String] = []
        for name in tokens.map(\.name) where !names.contains(where: { $0.isSameText(as: name) }) { names.append(name) }
        return names
    }

    /// The nearest name, or else all names, for who has been told that there is no such token.
    var hint: String? {
        guard let wanted, !tokens.isEmpty else { return tokens.isEmpty ? list : nil }
        return NearestName.suggestion(for: wanted, among: names) ?? list
    }

    /// All names, for a hint.
    var list: String {
        if tokens.isEmpty { return "no store holds any: 'keyring-tool set' stores one" }
        return "there is " + names.prefix(PresentTokens.most).map { "'\($0)'" }.joined(separator: ", ")
    }

    /// - Parameter orHint: what to say where no name is near.
    func tell(_ console: Console, orHint hint: String? = nil) {
        guard let wanted else { return }
        guard !tokens.isEmpty else {
            return console.note(
                "there is no token of '\(wanted)', nor any other", hint: "'keyring-tool set' stores one")
        }
        let names = names
        let nearest = NearestName.of(wanted, among: names)
        let ordered = (nearest.map { [$0] } ?? []) + names.filter { $0 != nearest }
        let listed = ordered.prefix(PresentTokens.most).map { "'\($0)'" }.joined(separator: ", ")
        let more = ordered.count > PresentTokens.most ? ", and \(ordered.count - PresentTokens.most) more" : ""
        console.note(
            "there is no token of '\(wanted)'; there is \(listed)\(more)",
            hint: nearest.map { "did you mean '\($0)'?" } ?? hint)
    }
}

extension StoredToken {
    /// The name that an option would pick it by.
    var name: String { org ?? address.shownURL ?? domain ?? subject }
}
