import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ForbiddenKeyTests {
    private func key(_ text: String) throws -> ForbiddenKey {
        let node = try #require(YAMLDocument("[\(text)]").node(at: [0]))
        return ForbiddenKey(try #require(node.scalarText), at: node)
    }

    @Test(arguments: [
        ("ssl_verify", "ssl_verify: no\n", true), ("ssl_verify", "verify_ssl: no\n", true),
        ("verify_ssl", "ssl_verify: no\n", true), ("ssl_verify", "quiet: true\n", false),
        ("proxy_servers", "proxy_servers: {http: p}\n", true),
        ("proxy_servers.http", "proxy_servers: {http: p}\n", true),
        ("proxy_servers.ftp", "proxy_servers: {http: p}\n", false),
        ("plugins.a", "plugins: {a: 1}\n", true), ("plugins.a", "plugins: {b: 1}\n", false),
        ("plugins", "plugins: {b: 1}\n", true), ("'x.y'", "x.y: 1\n", true), ("own_key", "own_key: 1\n", true),
    ])
    func `a key is set under any of its names, an entry in its map`(forbidden: String, text: String, isSet: Bool) throws
    {
        let source = SourceReader.source(path: "f", bytes: Array(text.utf8))
        let key = try key(forbidden)
        #expect(source.settings.contains(where: key.isSet) == isSet)
    }

    @Test(
        arguments: [
            ("ssl_verify", nil), ("proxy_servers.http", nil), ("plugins.any", nil), ("'ssl_verfy'", nil),
            ("own_thing", nil), ("ssl_verfy", "did you mean 'ssl_verify'?"), ("'ssl_*'", "name each key"),
            ("ssl_verify.false", "a value is forbidden by pinning another: `pin: {ssl_verify: true}`"),
            ("ssl_verify.true", "a value is forbidden by pinning another: `pin: {ssl_verify: truststore}`"),
            ("offline.true", "a value is forbidden by pinning another: `pin: {offline: false}`"),
            ("channel_priority.strict", "a value is forbidden by pinning another: `pin: {channel_priority: flexible}`"),
            ("channels.defaults", "write `channels: [defaults]` below forbid"),
            ("envs_dirs.x", "write `- envs_dirs`: it may be set nowhere then"),
        ] as [(String, String?)])
    func `what can be set nowhere is not forbidden, but told`(text: String, hint: String?) throws {
        let found = try key(text).problem?.hint
        #expect(hint.map { found?.hasPrefix($0) == true } ?? (found == nil), "\(found ?? "-")")
    }

    @Test(arguments: [
        ("ssl_verify", false), ("proxy_servers.http", false), ("proxy_servers.htps", true), ("plugins.x", false),
        ("'ssl_verfy'", true), ("corporate_thing", true), ("'corporate_thing'", false),
        ("api_token", false),
    ])
    func `what nobody knows is doubted, unless it stands in quotes`(text: String, isDoubted: Bool) throws {
        #expect((try key(text).doubt != nil) == isDoubted)
    }
}
