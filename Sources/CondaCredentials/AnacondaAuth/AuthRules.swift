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

    let version: ReleaseVersion

    package var generation: Generation {
        isSince(ReleaseVersion(0, 13)) ? .typed : isSince(ReleaseVersion(0, 12)) ? .unified : .repoTokens
    }

    /// `ANACONDA_AUTH_API_KEY` is used before any setting is read.
    package var usesVariableFirst: Bool { isSince(ReleaseVersion(0, 14, 2)) }

    /// The type of `repo.anaconda.cloud`.
    package var premiumKind: TokenKind { repeatsWithRepoToken ? .apiKey : .repoToken }

    /// Whether `/repo/main-x/` there needs an API key.
    package var hasMainX: Bool { isSince(ReleaseVersion(0, 14, 4)) && !isSince(ReleaseVersion(0, 15, 3)) }

    /// Whether a refused API key is followed by a repo token there.
    package var repeatsWithRepoToken: Bool { isSince(ReleaseVersion(0, 15, 3)) }

    /// Whether an error stops conda, rather than leaving the request without a credential.
    package var errorsStopConda: Bool {
        !isSince(ReleaseVersion(0, 12, 2)) || isSince(ReleaseVersion(0, 13)) && !isSince(ReleaseVersion(0, 15))
    }

    /// Whether a channel without a token stops conda.
    package var missingStopsConda: Bool { !isSince(ReleaseVersion(0, 11)) }

    /// Whether the handler applies without any setting.
    package var isDefault: Bool { version == ReleaseVersion(0, 12) }

    /// Hosts whose tokens stand under `anaconda.com`.
    package var anacondaHosts: [String] {
        let count = isSince(ReleaseVersion(0, 12)) ? 3 : isSince(ReleaseVersion(0, 11)) ? 2 : 1
        return Array(AnacondaDomains.hosts.prefix(count))
    }

    private func isSince(_ first: ReleaseVersion) -> Bool { version >= first }
}
