import CondaCredentials
import Synchronization

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
    }

    init(_ name: StoreName, _ tokens: [(TokenAddress, String)] = [], isFlushed: Bool = true) {
        self.name = name
        self.path = "/\(name.rawValue)"
        self.isFlushed = isFlushed
        var state = State()
        for (address, token) in tokens {
            state.tokens[address] = token
            state.order.append(address)
        }
        self.state = Mutex(state)
    }

    /// The calls so far, `set` and `remove` where they wrote.
    var calls: [String] { state.withLock { $0.calls } }
    var writes: [String] { calls.filter { $0 != "contents" } }
    var values: Set<String> { state.withLock { Set($0.tokens.values) } }
    subscript(address: TokenAddress) -> String? { state.withLock { $0.tokens[address] } }

    /// Lets the call of that number, from 0, fail from now on; nil for none.
    func fail(_ fault: Fault?) {
        state.withLock {
            $0.fault = fault
            $0.calls = []
        }
    }

    func contents() throws(CredentialError) -> StoreContents {
        try call("contents") { (state) throws(CredentialError) in
            StoreContents(
                tokens: state.order.map { address in
                    StoredToken(
                        store: self.name, address: address, secret: Secret(state.tokens[address] ?? ""), path: self.path
                    )
                })
        }
    }

    func set(_ tokens: [TokenAssignment], writing: Bool) throws(CredentialError) -> StoreChange {
        try call(writing ? "set" : "contents") { (state) throws(CredentialError) in
            var changed = false
            for token in tokens {
                let text = token.secret.withRevealed { $0 }
                let present = state.tokens[token.address]
                if let present, present != text, !token.mayReplace { throw CredentialError(.conflict, "another token") }
                changed = changed || present != text
            }
            if writing {
                for token in tokens {
                    if state.tokens[token.address] == nil { state.order.append(token.address) }
                    state.tokens[token.address] = token.secret.withRevealed { $0 } + (state.isGarbling ? "x" : "")
                }
            }
            return StoreChange(changed: changed, path: self.path, isFlushed: self.isFlushed)
        }
    }

    func remove(
        _ address: TokenAddress, ifMatching expected: Secret?, writing: Bool
    ) throws(CredentialError) -> StoreChange {
        try call(writing ? "remove" : "contents") { (state) throws(CredentialError) in
            guard let present = state.tokens[address] else { return StoreChange(changed: false, path: self.path) }
            if let expected, !expected.matches(Secret(present)) { throw CredentialError(.conflict, "another token") }
            if writing {
                state.tokens[address] = nil
                state.order.removeAll { $0 == address }
            }
            return StoreChange(changed: true, path: self.path)
        }
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
