package import CondaURL
import LosslessYAML

extension URLParts.Problem {
    /// Lower case, no full stop.
    package var text: String {
        switch self {
        case .port: "the port of a URL is a number up to 65535"
        case .bracket: "brackets in a URL's host hold an IPv6 address"
        case .percent: "percent signs in a URL stand for UTF-8, and beside ASCII alone"
        }
    }
}

extension TracedValue {
    /// The error at which conda stops for a channel made of this value.
    func error(_ problem: URLParts.Problem, key: String) -> CondarcError {
        CondarcError(
            .badValue, valueOf: key, "conda stops at this channel: \(problem.text)", from: origin,
            hint: "correct the URL, or take the channel out")
    }
}
