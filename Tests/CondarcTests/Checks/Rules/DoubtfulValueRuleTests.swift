import Testing

@testable import Condarc

@Suite struct DoubtfulValueRuleTests {
    @Test func `what conda makes of a value is told`() throws {
        let text = "channels: [conda_forge]\nremote_max_retries: -3 # many\n"
        #expect(
            try CheckingText().findings(text).told == """
                1:12-1:23: warning: channels: 'conda_forge' is nearly the name of a well-known channel
                  hint: did you mean 'conda-forge'?
                2:21-2:23: warning: remote_max_retries: a negative number means nothing here
                  hint: write 0 or more; without the line conda takes its default
                """)
    }

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
            (
                "pinned_packages: [python=3.11 numpy, numpy scipy, numpy 1.* py_0, python 3.11 h1_cpython]",
                ["1:19 doubtful-value", "1:38 doubtful-value"]
            ),
            (
                "remote_max_retries: -3\nverbosity: 99\nfetch_threads: 2.5",
                ["1:21 doubtful-value", "2:12 doubtful-value", "3:16 doubtful-value"]
            ),
            (
                "remote_max_retries: 0\nverbosity: -1\nremote_read_timeout_secs: 2.5\nfetch_threads: 2.0\nsolver: own",
                []
            ),
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
