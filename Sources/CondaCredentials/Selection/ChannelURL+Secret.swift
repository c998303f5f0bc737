package import CondaURL

extension ChannelURL {
    /// `/t/TOKEN` of the URL.
    package var secretToken: Secret? { token.map { Secret($0) } }
}
