package import CondaURL

extension ChannelURL {
    /// `/t/TOKEN` of the URL.
    package var secretToken: Secret? { token.map { Secret($0) } }

    /// What conda compares with the start of stored URLs: one that it fetches has more behind a slash.
    var withFinalSlash: String {
        let text = "\(scheme)://\(host)\(path)"
        return text.hasSuffix("/") ? text : text + "/"
    }
}
