import Testing

@testable import Condarc

@Suite struct ForbiddenDefaultsRuleTests {
    @Test(
        arguments: [
            ("", ["1:1"]),
            ("channels: []\n", ["1:1"]),
            ("offline: true\n", ["1:1"]),
            ("default_channels: []\n", []),
            ("default_channels: ['https://mirror.example/main']\n", []),
            ("channels: [conda-forge]\n", []),
            ("channels: [defaults]\n", ["1:12"]),
            ("channels: [defaults]\ndefault_channels: ['https://mirror.example/main']\n", []),
            ("channels: [defaults]\ncustom_multichannels:\n  defaults: [conda-forge]\n", []),
            ("channels: [main]\n", ["1:12"]),
            ("channels: [pkgs/main]\n", ["1:12"]),
            ("channels: [anaconda]\n", ["1:12"]),
            ("channels: [anaconda]\nchannel_alias: https://mirror.example\n", []),
            ("channels: ['https://repo.anaconda.com/pkgs/r/linux-64']\n", ["1:12"]),
            ("channels: [x]\ncustom_channels:\n  x: https://repo.anaconda.com/pkgs\n", ["1:12", "3:6"]),
            ("channels: [x]\ncustom_multichannels:\n  x: [main, conda-forge]\n", ["1:12", "3:7"]),
            ("channels: [x]\nchannel_alias: https://repo.anaconda.com/pkgs\n", ["1:12", "2:16"]),
            ("channels: ['https://repo.anaconda.cloud/repo/main']\n", []),
        ] as [(String, [String])])
    func `Anaconda's own are found wherever they come from`(_ text: String, _ places: [String]) throws {
        let found = try CheckingText(forbidsDefaults: true).findings(text)
        #expect(found.map { "\($0.line):\($0.column)" } == places)
        #expect(found.allSatisfy { $0.rule == "forbidden-defaults" })
    }

    @Test func `where a channel leads is told, and what to use`() throws {
        let text = "channels:\n  - defaults\n  - anaconda/label/dev\n"
        #expect(
            try CheckingText(forbidsDefaults: true).findings(text).told == """
                2:5-2:13: error: channels: 'defaults' leads to https://repo.anaconda.com/pkgs/main
                  hint: remove it, or set default_channels to channels of your own
                3:5-3:23: error: channels: 'anaconda/label/dev' leads to https://conda.anaconda.org/anaconda/label/dev
                  hint: use another channel, such as conda-forge
                """)
        #expect(try CheckingText().findings(text) == [])
    }

    @Test(arguments: [
        ("https://REPO.anaconda.com/x", true), ("https://repo.continuum.io/pkgs/main", true),
        ("https://anaconda.org/msys2", true), ("https://conda.anaconda.org/t/made-up-1/main", true),
        ("https://repo.anaconda.com.example.org/pkgs/main", false), ("https://conda.anaconda.org/mainline", false),
        ("https://conda.anaconda.org/conda-forge/label/main", false), ("https://h.example/repo.anaconda.com", false),
    ])
    func `a server is known by its whole name`(url: String, isAnacondas: Bool) {
        #expect(
            ForbiddenDefaultsRule.isAnacondas(.simple(url, alias: .alias("https://conda.anaconda.org"))) == isAnacondas)
    }

    @Test func `channels that nobody sets are told of the file, or of all sources`() throws {
        let checking = CheckingText(forbidsDefaults: true)
        #expect(
            try checking.findings("offline: true\n").told == """
                condarc: error: the file sets no channels, and conda before 25.9 then uses 'defaults'
                  hint: set channels, and default_channels to [] or to channels of your own
                """)
        let files: KeyValuePairs = ["/etc/conda/.condarc": "offline: true\n"]
        #expect(
            try checking.findingsOfWhole(files).told == """
                configuration: error: no source sets any channels, and conda before 25.9 then uses 'defaults'
                  hint: set channels, and default_channels to [] or to channels of your own
                """)
        // Then it is told once, and not of each of them.
        let whole = Configuration(host: CheckingText.host, sources: [])
        #expect(
            try checking.checker(whole: whole).findings(path: "condarc", bytes: Array("offline: true\n".utf8)) == [])
        #expect(try checking.findingsOfWhole(files, variables: ["CONDA_CHANNELS": "conda-forge"]) == [])
        #expect(try checking.findingsOfWhole(files, variables: ["CONDA_DEFAULT_CHANNELS": "conda-forge"]) == [])
    }
}
