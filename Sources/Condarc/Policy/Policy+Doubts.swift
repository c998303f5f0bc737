import CondaURL

extension Policy {
    /// A forbidden key that is nearly the name of a parameter: who reads that the policy holds would be misled.
    package var misspeltKey: CondarcError? { misspeltKeys.first { !$0.key.isQuoted }?.error }

    /// Whoever forbids what conda does not know means it, unless it is nearly the name of a parameter.
    private var misspeltKeys: [(key: ForbiddenKey, error: CondarcError)] {
        forbiddenKeys.compactMap { forbidden in
            let key = forbidden.key
            // What conda, or another program, had or has is known by its own name; and a secret may stand under any.
            guard forbidden.parameter == nil, RemovedParameters.replacement(of: key) == nil,
                ForeignParameters.otherOwner(of: key) == nil, !SecretScanner.isSecretName(key),
                let name = NearestName.of(key, among: ParameterTable.namesAndAliases)
            else { return nil }
            let error = CondarcError(
                .unknownParameter, "conda has no parameter \(Coercion.quoted(key))", key: key,
                path: path, at: forbidden.place,
                hint: "did you mean '\(name)'?"
                    + (forbidden.isQuoted ? "" : " In quotes, a key is forbidden as it stands"))
            return (forbidden, error)
        }
    }

    /// What stands in the policy and cannot be meant so: it would hold without keeping anything away.
    package var doubts: [CondarcError] {
        let keys = misspeltKeys.filter(\.key.isQuoted).map(\.error)
        let channels = forbiddenChannels.compactMap { forbidden -> CondarcError? in
            let complaint =
                forbidden.text.contains("[") && !forbidden.text.contains("]")
                ? ("a '[' without its ']' stands for itself, and no channel has one", "write ']' behind the letters")
                : UnknownSchemeRule.complaint(about: forbidden.text)
            guard let complaint else { return nil }
            return CondarcError(
                .badValue, "\(Coercion.quoted(forbidden.text)): \(complaint.0)", path: path, at: forbidden.place,
                hint: complaint.1)
        }
        let isEmpty = required.isEmpty && pinned.isEmpty && forbiddenChannels.isEmpty && forbiddenKeys.isEmpty
        let nothing = CondarcError(
            .badValue, "the policy asks for nothing", path: path, hint: "write require, forbid or pin below the version"
        )
        return keys + channels + (isEmpty ? [nothing] : [])
    }
}
