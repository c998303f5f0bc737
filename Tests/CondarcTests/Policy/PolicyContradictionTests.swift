import LosslessYAML
import Testing

@testable import Condarc

@Suite struct PolicyContradictionTests {
    @Test(arguments: [
        ("require: {ssl_verify: true}\nforbid: {keys: [ssl_verify]}", (2, 3)),
        ("require: {verify_ssl: true}\nforbid: {keys: [ssl_verify]}", (2, 3)),
        ("pin: {proxy_servers: {http: 'http://p'}}\nforbid: {keys: [proxy_servers.http]}", (2, 3)),
        ("require: {channels: [defaults]}\nforbid: {channels: [defaults]}", (2, 3)),
        ("forbid: {channels: ['https://repo.anaconda.com/*']}\nrequire: {channels: [defaults]}", (3, 2)),
        ("forbid: {channels: [defaults]}\npin: {default_channels: ['https://repo.anaconda.com/pkgs/main']}", (3, 2)),
        ("forbid: {channels: ['https://conda.anaconda.org/acme']}\nrequire: {channels: [acme]}", (3, 2)),
        ("forbid: {channels: ['https://x.example/*']}\nrequire: {channel_alias: 'https://x.example'}", (3, 2)),
        ("require: {channel_priority: strict}\npin: {channel_priority: flexible}", (2, 3)),
        ("require: {channels: [a]}\npin: {channels: [b]}", (2, 3)),
    ])
    func `that contradicts itself is refused with both lines`(text: String, lines: (Int, Int)) throws {
        let error = try #require(Policy.refusal("version: 1\n" + text + "\n"))
        #expect(error.code == .contradiction)
        #expect(error.description.hasSuffix("(lines \(lines.0) and \(lines.1))"))
        #expect(error.line == lines.1)
        #expect(error.related?.span.start.line == lines.0)
    }

    @Test(arguments: [
        "forbid: {keys: [proxy_servers.ftp]}\nrequire: {proxy_servers: {http: 'http://p'}}",
        "forbid: {channels: ['https://repo.anaconda.com/*']}\nrequire: {channels: [defaults], "
            + "default_channels: ['https://mirror.example/main']}",
        "require: {channels: [a]}\npin: {channels: [b, a]}",
        "forbid: {channels: [conda]}\nrequire: {channels: [conda-forge]}",
    ])
    func `that can be fulfilled is not refused`(text: String) {
        #expect(Policy.refusal("version: 1\n" + text + "\n") == nil)
    }
}
