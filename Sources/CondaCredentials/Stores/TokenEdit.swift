/// One change to a store.
package struct TokenEdit: Sendable {
    package enum Action: Sendable {
        case set(Secret, replacing: Replacement)
        /// A token that is not there is no error.
        ///
        /// - Parameter ifMatching: where given, another token that stands there by now is a conflict, and stays.
        case remove(ifMatching: Secret?)
    }

    /// Which other token may go.
    package enum Replacement: Sendable {
        case any
        case none
        /// The one that the caller knows of; where none stands, none is written either.
        case only(Secret)
    }

    package let address: TokenAddress
    package let action: Action

    package init(_ address: TokenAddress, _ action: Action) {
        self.address = address
        self.action = action
    }

    /// What is to stand there; nil for nothing.
    var token: Secret? {
        if case .set(let secret, _) = action { secret } else { nil }
    }

    /// What the action makes of what stands at its address.
    ///
    /// - Throws: `.conflict` where the action does not allow it.
    func effect(on present: [Secret], path: String) throws(CredentialError) -> Effect {
        switch action {
        case .set(let secret, let replacing):
            let isThere = present.allSatisfy { $0.matches(secret) }
            switch replacing {
            case .none where !isThere: throw CredentialError.otherToken(at: path)
            case .only(let expected)
            where present.isEmpty || !present.allSatisfy { $0.matches(expected) || $0.matches(secret) }:
                throw CredentialError.otherToken(at: path)
            default: break
            }
            if present.isEmpty { return .added }
            return isThere && present.count == 1 ? .none : .replaced
        case .remove(let expected):
            if let expected, !present.allSatisfy({ $0.matches(expected) }) {
                throw CredentialError.otherToken(at: path)
            }
            return present.isEmpty ? .none : .removed
        }
    }

    /// What an edit changed.
    package enum Effect: Sendable, Equatable {
        case none
        case added
        case replaced
        case removed
    }
}

extension [TokenEdit] {
    /// Refuses what no client could send as a token, before it is stored.
    func requirePlainTokens(for path: String) throws(CredentialError) {
        for case .set(let secret, _) in map(\.action) where !secret.isPlainToken {
            let what = secret.isEmpty ? "is empty" : "has a blank, a control character or one outside ASCII"
            throw CredentialError(.invalid, "the token \(what)", path: path, hint: "nothing was stored")
        }
    }
}
