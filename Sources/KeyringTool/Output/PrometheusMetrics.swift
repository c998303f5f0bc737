import CommandLineKit
import CondaCredentials
import TokenMigration

/// A report as metrics for a text-file collector. No token is in them, nor a part of one.
///
/// Source: Prometheus' text-based format
struct PrometheusMetrics {
    let examination: Examination

    var text: String {
        let tokens = examination.report.tokens
        let counts = StoreKind.all.flatMap { store in
            TokenKind.allCases.map { kind in
                (
                    labels([("store", store.name.rawValue), ("kind", kind.rawValue)]),
                    tokens.count { $0.store == store.name && $0.kind == kind }
                )
            }
        }.filter { $0.1 > 0 }
        var expiries: [(labels: String, value: Int)] = []
        for token in tokens {
            guard let expires = token.expires else { continue }
            let labels = labels([
                ("store", token.store.rawValue), ("kind", token.kind.rawValue), ("domain", token.domain ?? ""),
                ("org", token.org ?? ""), ("url", token.address.shownURL ?? ""),
            ])
            // A series may stand there once: of two keys of one place the one that ends first.
            if let place = expiries.firstIndex(where: { $0.labels == labels }) {
                expiries[place].value = min(expiries[place].value, expires)
            } else {
                expiries.append((labels, expires))
            }
        }
        let problems = Message.Severity.allCases.map { level in
            (labels([("level", level.rawValue)]), examination.findings.count { $0.level == level })
        }
        return family("keyring_tool_tokens", "Tokens of each store and kind.", counts)
            + family(
                "keyring_tool_token_expiry_timestamp_seconds",
                "When an API key ends, in seconds since 1970, as the key itself says.", expiries)
            + family("keyring_tool_problems", "What doctor finds, by level.", problems)
    }

    private func family(_ name: String, _ help: String, _ series: [(labels: String, value: Int)]) -> String {
        guard !series.isEmpty else { return "" }
        return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
            + series.map { "\(name)\($0.labels) \($0.value)\n" }.joined()
    }

    private func labels(_ labels: [(name: String, value: String)]) -> String {
        "{" + labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    private func escaped(_ text: String) -> String {
        var out = ""
        for scalar in Redactor.redact(text).unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += "?"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
