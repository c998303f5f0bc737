/// A token that names who gave it out by how it begins.
package struct ForeignToken: Equatable, Sendable {
    package let prefix: String
    package let service: String

    /// Nil for every other text, and for what anaconda.org makes, of which any two letters may be the first.
    package init?(_ token: [UInt8]) {
        let isOwn = token.count > 11 && token[2] == UInt8(ascii: "-") && token[11] == UInt8(ascii: "-")
        guard !isOwn, let shape = Self.shapes.first(where: { token.starts(with: $0.prefix.bytes) }) else { return nil }
        prefix = shape.prefix.description
        service = shape.service
    }

    /// How the tokens of a service look.
    struct Shape: Sendable {
        let prefix: StaticString
        let service: String
        let body: Body
    }

    /// What tells a token from a word that begins as it does.
    enum Body: Sendable {
        /// So many characters at least.
        case long(Int)
        /// Letters and digits as no person mixes them: names begin so, too.
        case mixed
        /// Sixteen capitals and digits.
        case capitals
        /// 32 hexadecimal digits, perhaps with something behind them.
        case hexadecimal

        func fits(_ text: some BidirectionalCollection<UInt8>) -> Bool {
            switch self {
            case .long(let least): text.count >= least
            case .mixed: text.count >= 16 && MisplacedToken.isMixed(text)
            case .capitals:
                text.count == 16 && text.allSatisfy { $0.isDigit || (0x41...0x5A).contains($0) }
                    && MisplacedToken.isMixed(text)
            case .hexadecimal: text.count >= 32 && text.prefix(32).allSatisfy(\.isHexDigit)
            }
        }
    }

    /// All that are known. What they begin with, `SecretScanner.hasMark` knows as well.
    static let shapes: [Shape] = [
        Shape(prefix: "ghp_", service: "GitHub", body: .long(16)),
        Shape(prefix: "gho_", service: "GitHub", body: .long(16)),
        Shape(prefix: "ghs_", service: "GitHub", body: .long(16)),
        Shape(prefix: "ghu_", service: "GitHub", body: .mixed),
        Shape(prefix: "ghr_", service: "GitHub", body: .mixed),
        Shape(prefix: "github_pat_", service: "GitHub", body: .long(16)),
        Shape(prefix: "glpat-", service: "GitLab", body: .long(16)),
        Shape(prefix: "pypi-", service: "PyPI", body: .mixed),
        Shape(prefix: "pypi-", service: "PyPI", body: .long(32)),
        Shape(prefix: "npm_", service: "npm", body: .mixed),
        Shape(prefix: "hf_", service: "Hugging Face", body: .long(16)),
        Shape(prefix: "AKIA", service: "Amazon", body: .capitals),
        Shape(prefix: "ASIA", service: "Amazon", body: .capitals),
        Shape(prefix: "xoxb-", service: "Slack", body: .mixed),
        Shape(prefix: "xoxp-", service: "Slack", body: .mixed),
        Shape(prefix: "sk-", service: "OpenAI", body: .mixed),
        Shape(prefix: "dckr_pat_", service: "Docker", body: .mixed),
        Shape(prefix: "AIza", service: "Google", body: .long(24)),
        Shape(prefix: "glsa_", service: "Grafana", body: .mixed),
        Shape(prefix: "hvs.", service: "Vault", body: .mixed),
        Shape(prefix: "dapi", service: "Databricks", body: .hexadecimal),
    ]
}
