/// What a token is for.
public enum TokenKind: String, Sendable, CaseIterable {
    /// Opens an organization's channels.
    case repoToken = "repo-token"
    /// A JSON Web Token that stands for a person.
    case apiKey = "api-key"
}
