import CommandLineKit
import CondaURL
import HostPlatform

/// Secrets in environment variables: that they are there is told, never what they are.
enum VariableCheck {
    static func findings(_ session: ToolSession) -> [DoctorFinding] {
        let environment = session.host.environment
        var findings = ["BINSTAR_API_TOKEN", "ANACONDA_API_TOKEN"].filter { environment.nonEmpty($0) != nil }.map {
            DoctorFinding(
                "token-variable", .note, path: nil, "\($0) is set: anaconda-client uses it before any stored login")
        }
        for name in ["CONDA_CHANNELS", "CONDA_DEFAULT_CHANNELS", "CONDA_CHANNEL_ALIAS"] {
            let texts = (environment[name] ?? "").split { $0 == "," || $0 == "&" || $0 == " " }
            for case let url? in texts.map({ ChannelURL(String($0)) }) where url.hasCertainSecret {
                findings.append(
                    DoctorFinding(
                        "environment-secret", path: nil, "\(name) holds a secret in a URL: \(url.redacted)",
                        advice: "store the token with keyring-tool set, and take it out of the variable"))
            }
        }
        return findings
    }
}
