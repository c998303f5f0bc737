import Synchronization

@testable import CondaCredentials

/// A store in memory of which one call can be made to fail or to end the process, before or after it took effect.
final class FaultyStore: TokenStore {
    enum Fault: Sendable {
        case before(Int)
        case after(Int)
        /// The call returns, and what it wrote is not what was given.
        case garbling(Int)
    }

    let name: StoreName
    let path: String
    let addressing: Addressing
    let isRecoverable = true
    let isFlushed: Bool
    private let state: Mutex<State>

    private struct State {
        var tokens: [TokenAddress: String] = [:]
        var order: [TokenAddress] = []
        var calls: [String] = []
        var fault: Fault?

        var isGarbling: Bool {
            if case .garbling(calls.count - 1)? = fault { true } else { false }
        }

        /// What edits do, as every store does them: all or, where one may not be made, none.
        mutating func apply(_ edits: [TokenEdit]) throws(CredentialError) -> [TokenEdit.Effect] {
            var after = self
            var effects: [TokenEdit.Effect] = []
            for edit in edits {
                let present = after.tokens[edit.address].map { Secret($0) }
                switch edit.action {
                case .set(let secret, let replacing):
                    let isSame = present?.matches(secret) ?? false
                    if let present, !isSame {
                        switch replacing {
                        case .any: break
                        case .only(let expected) where present.matches(expected): break
                        default: throw CredentialError(.conflict, "another token")
                        }
                    } else if present == nil, case .only = replacing {
                        throw CredentialError(.conflict, "no token")
                    }
                    if present == nil { after.order.append(edit.address) }
                    after.tokens[edit.address] = secret.withRevealed { $0 } + (isGarbling ? "x" : "")
                    effects.append(present == nil ? .added : isSame ? .none : .replaced)
                case .remove(let expected):
                    if let present, let expected, !expected.matches(present) {
                        throw CredentialError(.conflict, "another token")
                    }
                    after.tokens[edit.address] = nil
                    after.order.removeAll { $0 == edit.address }
                    effects.append(present == nil ? .none : .removed)
                }
            }
            self = after
            return effects
        }
    }

    init(
        _ name: StoreName, _ tokens: [(TokenAddress, String)] = [], addressing: Addressing? = nil,
        isFlushed: Bool = true
    ) {
        self.name = name
        self.path = "/\(name.rawValue)"
        self.addressing = addressing ?? (name == .condaToken ? .url : .domain)
        self.isFlushed = isFlushed
        var state = State()
        for (address, token) in tokens {
            state.tokens[address] = token
            state.order.append(address)
        }
        self.state = Mutex(state)
    }

    /// The calls so far: `read`, `apply` and `flush`.
    var calls: [String] { state.withLock { $0.calls } }
    var writes: [String] { calls.filter { $0 == "apply" } }
    var values: Set<String> { state.withLock { Set($0.tokens.values) } }
    subscript(address: TokenAddress) -> String? { state.withLock { $0.tokens[address] } }

    /// Lets the call of that number, from 0, fail from now on; nil for none.
    func fail(_ fault: Fault?) {
        state.withLock {
            $0.fault = fault
            $0.calls = []
        }
    }

    func read() throws(CredentialError) -> StoreReading {
        try call("read") { (state) throws(CredentialError) in
            let read = state
            let contents = StoreContents(
                tokens: state.order.map { address in
                    StoredToken(
                        store: self.name, address: address, secret: Secret(state.tokens[address] ?? ""), path: self.path
                    )
                })
            return StoreReading(
                store: self, contents: contents,
                rehearse: { edits throws(CredentialError) in
                    var rehearsed = read
                    return self.outcome(of: try rehearsed.apply(edits))
                },
                requireCurrent: { addresses throws(CredentialError) in
                    for address in addresses where self[address] != read.tokens[address] {
                        throw CredentialError(.conflict, "changed")
                    }
                })
        }
    }

    func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        try call("apply") { (state) throws(CredentialError) in self.outcome(of: try state.apply(edits)) }
    }

    func flush(_ addresses: [TokenAddress]) throws(CredentialError) {
        try call("flush") { (_) throws(CredentialError) in
            guard self.isFlushed else { throw CredentialError(.io, "cannot flush") }
        }
    }

    func address(for use: TokenUse, among contents: StoreContents) -> TokenAddress {
        addressing == .url ? .url(use.url) : .repoToken(domain: use.domain, org: use.org)
    }

    private func outcome(of effects: [TokenEdit.Effect]) -> StoreOutcome {
        StoreOutcome(
            changes: [StoreChange(changed: effects.contains { $0 != .none }, path: path)],
            results: effects.map { .success($0) })
    }

    private func call<Result: Sendable>(
        _ name: String, _ body: (inout State) throws(CredentialError) -> Result
    ) throws(CredentialError) -> Result {
        try state.withLock { (state) throws(CredentialError) in
            let number = state.calls.count
            state.calls.append(name)
            if case .before(number)? = state.fault { throw CredentialError(.io, "made to fail") }
            let result = try body(&state)
            if case .after(number)? = state.fault { throw CredentialError(.io, "made to fail") }
            return result
        }
    }
}
