/// A token that names who gave it out by how it begins.
package struct ForeignToken: Equatable, Sendable {
    package let prefix: String
    package let service: String

    /// Nil for every other text, and for what anaconda.org makes, of which any two letters may be the first.
    package init?(_ token: [UInt8]) {
        let isOwn = token.count > 11 && token[2] == UInt8(ascii: "-") && token[11] == UInt8(ascii: "-")
        guard !isOwn, let known = Self.known.first(where: { token.starts(with: $0.prefix.utf8) }) else { return nil }
        (prefix, service) = known
    }

    private static let known: [(prefix: String, service: String)] = [
        ("ghp_", "GitHub"), ("gho_", "GitHub"), ("ghs_", "GitHub"), ("ghu_", "GitHub"), ("ghr_", "GitHub"),
        ("github_pat_", "GitHub"), ("glpat-", "GitLab"), ("pypi-", "PyPI"), ("npm_", "npm"), ("hf_", "Hugging Face"),
        ("AKIA", "Amazon"), ("ASIA", "Amazon"), ("xoxb-", "Slack"), ("xoxp-", "Slack"), ("sk-", "OpenAI"),
        ("dckr_pat_", "Docker"), ("AIza", "Google"), ("glsa_", "Grafana"), ("hvs.", "Vault"), ("dapi", "Databricks"),
    ]
}
