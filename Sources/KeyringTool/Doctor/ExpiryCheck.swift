import CommandLineKit
import CondaCredentials
import HostPlatform

/// API keys that have expired or soon will.
enum ExpiryCheck {
    /// Seconds before the end from which on it is told: thirty days.
    private static let notice = 30 * 86_400

    /// - Parameter now: seconds since 1970.
    static func findings(tokens: [StoredToken], now: Int) -> [DoctorFinding] {
        tokens.compactMap { token in
            guard let expires = token.expires,
                expires.subtractingReportingOverflow(ExpiryCheck.notice).partialValue <= now
            else { return nil }
            let isOver = expires <= now
            let moment = CalendarTime.text(expires) ?? "a time long ago"
            let what = token.kind == .apiKey ? token.address.phrase : "the API key that stands for \(token.subject)"
            return DoctorFinding(
                isOver ? "expired-api-key" : "expiring-api-key", isOver ? .error : .warning, path: token.path,
                "\(what) (\(token.redacted)) \(isOver ? "expired" : "expires") at \(moment)",
                advice: "log in again: anaconda login --force")
        }
    }
}
