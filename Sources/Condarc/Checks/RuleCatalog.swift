/// Every rule, in the order in which `--explain` lists them.
package enum RuleCatalog {
    package static let all: [any CheckRule.Type] = [
        SyntaxRule.self, UnreadableRule.self, UnreadableValueRule.self, DuplicateKeyRule.self,
        UnknownParameterRule.self, RemovedParameterRule.self, AliasConflictRule.self, AliasNameRule.self,
        WrongTypeRule.self, InvalidChoiceRule.self, InvalidValueRule.self, MissingFileRule.self, NullItemRule.self,
        ContradictionRule.self, IneffectiveFlagRule.self, IgnoredSourceRule.self, SecretInURLRule.self,
        WorldReadableSecretRule.self, InsecureSSLRule.self, InsecureChannelRule.self, DuplicateChannelRule.self,
        NodefaultsChannelRule.self, ChannelNameRule.self, ListItemSwallowedRule.self, DoubledSegmentRule.self,
        ChannelNotAllowedRule.self, DenylistAmbiguousNameRule.self, YAMLDirectiveRule.self, ForbiddenChannelRule.self,
        ForbiddenDefaultsRule.self, UnknownIgnoreRule.self, UnknownSchemeRule.self, DoubtfulValueRule.self,
    ]

    /// The rule of that name; nil without one.
    package static func rule(named name: String) -> (any CheckRule.Type)? { all.first { $0.name == name } }

    package static var names: [String] { all.map { $0.name } }

    /// The names of the rules of one kind.
    static func names(where isOfKind: (any CheckRule.Type) -> Bool) -> Set<String> {
        Set(all.lazy.filter(isOfKind).map { $0.name })
    }

    /// The rules that say that a text is no configuration.
    package static let refusing = names { $0.refusesText }
}
