import LosslessYAML

extension Policy {
    /// What stands in the policy and cannot be meant so: it would hold without keeping anything away.
    ///
    /// - Parameter nearestName: the name of a list that someone who misspelt it most likely meant.
    package func doubts(nearestName: (String, [String]) -> String?) -> [CondarcError] {
        let names = ParameterTable.all.flatMap { [$0.name] + $0.aliases }
        // Whoever forbids what conda does not know means it, unless it is nearly the name of a parameter.
        let keys = forbiddenKeys.filter { $0.parameter == nil && nearestName($0.key, names) != nil }.map { forbidden in
            CondarcError(
                .unknownParameter, "conda has no parameter \(Coercion.quoted(forbidden.key))", key: forbidden.key,
                path: path, at: forbidden.place)
        }
        let channels = forbiddenChannels.compactMap { forbidden -> CondarcError? in
            let complaint =
                forbidden.text.contains("[") && !forbidden.text.contains("]")
                ? ("a '[' without its ']' stands for itself, and no channel has one", "write ']' behind the letters")
                : UnknownSchemeRule.complaint(about: forbidden.text, nearestName: nearestName)
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
