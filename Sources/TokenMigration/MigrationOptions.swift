import CondaCredentials

/// What the user may say about a migration.
package struct MigrationOptions: Sendable {
    /// What happens where the destination holds another token.
    package enum ConflictRule: String, Sendable, CaseIterable {
        case fail
        /// The destination's stays, and the source's too.
        case keep
        case replace
    }

    /// To the keyring: the organization of a token whose URL names none. From it: the one organization to take.
    package var org: String?
    /// From conda-token files: the one to take. To them: the one to write, by default the site's.
    package var url: String?
    /// Nil for the default one.
    package var chosenDomain: String?
    package var conflictRule: ConflictRule
    package var removesSource: Bool
    package var site: RepoSite

    package init(
        org: String? = nil, url: String? = nil, domain: String? = nil,
        conflictRule: ConflictRule = .fail, removesSource: Bool = false, site: RepoSite = RepoSite()
    ) {
        self.org = org
        self.url = url
        chosenDomain = domain
        self.conflictRule = conflictRule
        self.removesSource = removesSource
        self.site = site
    }

    package var domain: String { chosenDomain ?? AnacondaDomains.main }
}
