import LosslessYAML

extension ParameterTable {
    /// How conda reaches servers.
    static let network: [Parameter] = [
        Parameter(
            "client_ssl_cert", alias: "client_cert", .primitive(.stringOrNull), texts: .file, default: nil, .network,
            traits: .expandsVariables,
            "A file with the client's certificate, or with its certificate and private key, in PEM format."),
        Parameter(
            "client_ssl_cert_key", alias: "client_cert_key", .primitive(.stringOrNull), texts: .file, default: nil,
            .network,
            traits: .expandsVariables,
            "A file with the private key of the client's certificate, where that stands alone."),
        Parameter(
            "local_repodata_ttl", .primitive(.boolOrInt), default: 1, .network,
            "How many seconds a downloaded index counts as fresh; true or 1 asks the server's headers, false or 0 always asks the server."
        ),
        Parameter(
            "offline", .primitive(.bool), default: false, .network,
            "Whether the network is left alone and only what is cached or local is used."),
        Parameter(
            "proxy_servers", .map(of: .primitive(.stringOrNull)), texts: .proxy, default: [:], .network,
            traits: .expandsVariables,
            "The proxy for each URL scheme, or for a scheme and host; the URL may hold a user and password."),
        Parameter(
            "remote_connect_timeout_secs", .primitive(.float), default: 9.15, .network,
            "How many seconds to wait until a server accepts a connection."),
        Parameter(
            "remote_max_retries", .primitive(.int), default: 3, .network,
            "How often a failed request is tried again."),
        Parameter(
            "remote_backoff_factor", .primitive(.int), default: 1, .network,
            "How fast the pause between tries grows; 0 makes none."),
        Parameter(
            "remote_read_timeout_secs", .primitive(.float), default: 60.0, .network,
            "How many seconds to wait for a server's next bytes."),
        Parameter(
            "ssl_verify", alias: "verify_ssl", .primitive(.stringOrBool), texts: .file, default: true, .network,
            traits: .expandsVariables, rule: .existingPathOrTruststore,
            "Whether servers must prove who they are; or the file or directory of certificates to trust, or `truststore` for those of the system."
        ),
    ]
}
