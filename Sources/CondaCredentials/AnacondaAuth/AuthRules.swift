/// How the versions of anaconda-auth differ in choosing a credential.
///
/// Source: anaconda-auth's `_conda/auth_handler.py` by its tags.
package struct AuthRules: Sendable, Equatable {
    /// How a version chooses between API key and repo token.
    package enum Generation: Sendable, Equatable {
        /// To 0.11: repo tokens, unless `use_unified_repo_api_key` of the default site is set.
        case repoTokens
        /// 0.12: API keys for two hosts, and one scheme of the header for all.
        case unified
        /// From 0.13: a type for each channel, with settings of its own.
        case typed
    }

    package let generation: Generation
    /// `ANACONDA_AUTH_API_KEY` is used before any setting is read.
    package let usesVariableFirst: Bool
    /// The type of `repo.anaconda.cloud`.
    package let premiumKind: TokenKind
    /// Whether `/repo/main-x/` there needs an API key.
    package let hasMainX: Bool
    /// Whether a refused API key is followed by a repo token there.
    package let repeatsWithRepoToken: Bool
    /// Whether an error stops conda, rather than leaving the request without a credential.
    package let errorsStopConda: Bool
    /// Whether a channel without a token stops conda.
    package let missingStopsConda: Bool
    /// Whether the handler applies without any setting.
    package let isDefault: Bool
    /// Hosts whose tokens stand under `anaconda.com`.
    package let anacondaHosts: [String]

    init(_ version: ReleaseVersion) {
        func since(_ numbers: ReleaseVersion) -> Bool { version >= numbers }
        let isNewest = since(ReleaseVersion(0, 15, 3))
        generation = since(ReleaseVersion(0, 13)) ? .typed : since(ReleaseVersion(0, 12)) ? .unified : .repoTokens
        usesVariableFirst = since(ReleaseVersion(0, 14, 2))
        premiumKind = isNewest ? .apiKey : .repoToken
        hasMainX = since(ReleaseVersion(0, 14, 4)) && !isNewest
        repeatsWithRepoToken = isNewest
        let isForgiving =
            since(ReleaseVersion(0, 15)) || (since(ReleaseVersion(0, 12, 2)) && !since(ReleaseVersion(0, 13)))
        errorsStopConda = !isForgiving
        missingStopsConda = !since(ReleaseVersion(0, 11))
        isDefault = version == ReleaseVersion(0, 12)
        let premium = ["repo.anaconda.cloud"]
        anacondaHosts =
            since(ReleaseVersion(0, 12))
            ? premium + ["repo.anaconda.com", "repo.continuum.io"]
            : since(ReleaseVersion(0, 11)) ? premium + ["repo.anaconda.com"] : premium
    }
}
