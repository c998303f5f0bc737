import Testing

@testable import Condarc

@Suite struct DoubtfulValueRuleTests {
    @Test(
        arguments: [
            (#"envs_dirs: ["D:\new", 'D:\new', "D:\\new", "/a \"b\""]"#, ["1:16 doubtful-value"]),
            (#"pkgs_dirs: ["C:\x86"]"#, ["1:16 doubtful-value"]),
            (#"env_prompt: "({name})\n""#, []),
            (
                "channels: [h.corp.example/a, corp.org/b, a.org, a.b/label/c, v1.2.3/d]",
                [12, 30].map { "1:\($0) invalid-channel-name" }
            ),
            ("channel_alias: https://h.example\nchannels: [h.corp.example/a]", []),
            ("custom_channels: {h.corp.example/a: https://h.example}\nchannels: [h.corp.example/a]", []),
            (
                "channels: ['conda-forge;', 'a,', '-', '$(URL)/a', '{{ a }}', '$()', '${A}']",
                [12, 28, 34].map { "1:\($0) invalid-channel-name" } + [39, 51].map { "1:\($0) doubtful-value" }
            ),
            (
                "custom_channels: {a: '$(URL)/a', b: '{{ c }}'}",
                [22, 37].map { "1:\($0) doubtful-value" }
            ),
            ("pinned_packages: ['numpy: 1.2', 'conda-forge::numpy', 'numpy 1.2']", ["1:19 doubtful-value"]),
        ] as [(String, [String])])
    func `what conda takes in another sense than it was written in is doubted`(_ text: String, _ expected: [String])
        throws
    {
        #expect(try CheckingText().places(text + "\n") == expected)
    }

    @Test func `what other programs may add to is doubted only where it is nearly a known name`() throws {
        let text = "subdirs: [linux-64, linux64, my-own]\nsubdir: ''\nsolver: libmamaba\n"
        #expect(try CheckingText().places(text) == ["1:21 doubtful-value", "3:9 doubtful-value"])
    }

    @Test func `a channel that is one letter away from a well-known one is doubted where it is on anaconda.org`() throws
    {
        let text = "channels: [conda_forge, default, bioocnda, condaforge, bioconda, biocond, pytorch3d, '@nvidia']\n"
        #expect(
            try CheckingText().places(text)
                == [12, 25, 34, 44, 66].map { "1:\($0) doubtful-value" } + ["1:86 invalid-channel-name"])
        #expect(try CheckingText().places("channel_alias: https://h.example\n" + text) == [])
        #expect(try CheckingText().places("default_channels: [conda_forge]\n") == ["1:20 doubtful-value"])
        #expect(try CheckingText().places("custom_channels: {default: https://h.example}\nchannels: [default]\n") == [])
    }
}
