import CommandLineKit
import CondaCredentials
import HostPlatform

/// A place that `sync` copies a token to, read once.
struct SyncDestination {
    private let reading: StoreReading
    private let edit: TokenEdit

    /// Of another client the copy that is there is replaced; a token of conda's own store is not.
    init(_ kind: StoreKind, _ token: SyncedToken, _ session: ToolSession) throws {
        let store = try session.store(kind)
        reading = try store.read()
        let address = try store.address(for: token.use, among: reading.contents)
        if let obstacle = try store.obstacle(to: token.secret, at: address) { throw obstacle }
        if kind.role == .own, let present = reading.contents.tokens.first(where: { $0.address == address }),
            !present.secret.matches(token.secret)
        {
            throw CommandError(
                .conflict,
                "\(store.name.rawValue) holds another token (\(present.redacted)) than \(token.text) "
                    + "(\(token.secret.redacted))", path: present.path,
                hint: "remove the wrong one first: keyring-tool remove \(present.choosingOptions)")
        }
        edit = TokenEdit(address, .set(token.secret, replacing: kind.role == .own ? .none : .any))
    }

    var store: any TokenStore { reading.store }

    /// The entry's name in a client's file.
    var key: String? {
        if case .host(let key, _) = edit.address { key } else { nil }
    }

    func apply(isRehearsal: Bool) throws(CredentialError) -> StoreOutcome {
        try reading.apply([edit], isRehearsal: isRehearsal)
    }

    /// The stores that `--to` names.
    ///
    /// - Parameter withOwn: whether conda's own stores may be named.
    static func kinds(named texts: [String], withOwn: Bool) throws(CommandError) -> [StoreKind] {
        let names = texts.flatMap { $0.split(separator: ",") }.map(String.init)
        let known = withOwn ? StoreKind.copies + StoreKind.own : StoreKind.copies
        var kinds: [StoreKind] = []
        for name in names where !kinds.contains(where: { $0.name.rawValue == name }) {
            kinds.append(try kind(named: name, among: known, SyncCommand.to))
        }
        guard !kinds.isEmpty else {
            throw CommandError(
                .usage, "--to is missing", hint: withOwn ? StoreKind.choice(by: "--to") : "--to mamba,rattler")
        }
        return kinds
    }

    /// Between the stores of conda, another command copies.
    private static func hint(forOwn name: String, _ option: Option) -> String? {
        guard StoreKind.own.contains(where: { $0.name.rawValue == name }) else {
            return name == "all" ? "write " + StoreKind.copies.map(\.name.rawValue).joined(separator: ",") : nil
        }
        return option.long == "from"
            ? "write --store \(name) in place of --from \(name)" : "did you mean 'keyring-tool migrate --to \(name)'?"
    }

    /// The store that an option names.
    static func kind(named name: String, among known: [StoreKind], _ option: Option) throws(CommandError) -> StoreKind {
        if let kind = known.first(where: { $0.name.rawValue == name }) { return kind }
        let names = known.map(\.name.rawValue)
        throw CommandError(
            .usage,
            "--\(option.long): there is no store '\(Redactor.shown(argument: name))' to copy \(option.long)",
            hint: hint(forOwn: name, option)
                ?? StoreKind.copies.first { $0.otherNames.contains(name) }.map { "write \($0.name.rawValue)" }
                ?? NearestName.suggestion(for: name, among: names)
                ?? "it takes \(names.joined(separator: ", "))")
    }
}
