import LosslessYAML
import Testing

@testable import Condarc

@Suite struct `Values that conda computes` {
    private func shown(
        _ name: String, _ text: String = "", writable: Bool = true, records: [String] = []
    ) throws -> YAMLValue {
        let facts = MachineFacts(
            root: "/base", rootIsWritable: writable, platform: "linux-64", baseRecords: { records }
        ) { _ in false }
        let effective = EffectiveConfiguration(.made(["/home/u/.condarc": text]), facts: facts)
        return try effective.shown(#require(ParameterTable.parameter(named: name))).traced.value
    }

    @Test(
        arguments: [
            ("envs_dirs", "envs_dirs: [~/e]\n", ["/home/u/e", "/base/envs", "/home/u/.conda/envs"]),
            ("pkgs_dirs", "pkgs_dirs: [~bob/p, ~eve/p]\n", ["/users/bob/p", "/project/~eve/p"]),
            (
                "aggressive_update_packages", "aggressive_update_packages: [a-1-0.conda]\n",
                ["*[url=file:///project/a-1-0.conda]"]
            ),
            ("pkgs_dirs", "", ["/base/pkgs", "/home/u/.conda/pkgs"]),
            ("pkgs_dirs", "force_32bit: true\n", ["/base/pkgs32", "/home/u/.conda/pkgs32"]),
            ("pkgs_dirs", "pkgs_dirs: [/p, /p/]\n", ["/p"]), ("croot", "", "/base/conda-bld"),
            ("croot", "conda_build: {root-dir: /b}\n", "/b"), ("root_prefix", "root_prefix: r\n", "/project/r"),
            ("subdir", "", "linux-64"), ("subdir", "force_32bit: true\n", "linux-64"),
            ("subdirs", "subdir: osx-64\n", ["osx-64", "noarch"]), ("export_platforms", "", ["linux-64"]),
            ("fetch_threads", "", 5), ("fetch_threads", "default_threads: 3\n", 3), ("verify_threads", "", 1),
            ("repodata_threads", "", .null), ("default_threads", "", .null), ("verbosity", "debug: true\n", 3),
            ("trace", "verbosity: 4\n", true), ("debug", "verbosity: 2\n", false), ("console", "json: true\n", "json"),
            ("channels", "use_local: true\nchannels: [a]\n", ["local", "a"]),
        ] as [(String, String, YAMLValue)])
    func `are computed alike`(_ name: String, _ text: String, _ expected: YAMLValue) throws {
        #expect(try shown(name, text) == expected)
    }

    @Test func `only the parameters that are named so say what channels mean`() throws {
        let facts = MachineFacts(root: "/base", rootIsWritable: true, platform: "linux-64") { _ in true }
        let plain = try EffectiveConfiguration(.made([:]), facts: facts).channelResolver()
        for parameter in ParameterTable.all {
            let value =
                switch parameter.type {
                case .primitive(.string), .primitive(.stringOrNull): "https://h.example/x"
                case .primitive: "true"
                case .sequence: "[https://h.example/x]"
                case .map(of: .sequence): "{defaults: [https://h.example/x]}"
                case .map: "{root-dir: /b, a: https://h.example/x}"
                }
            let configuration = Configuration.made(["/home/u/.condarc": "\(parameter.name): \(value)\n"])
            func meaning(_ plain: ChannelResolver?) -> [String]? {
                let effective = EffectiveConfiguration(configuration, facts: facts, plainResolver: plain)
                guard let resolver = try? effective.channelResolver() else { return nil }
                return ["a", "defaults", "local", "a/true", "https://h.example/x/b"].flatMap { text in
                    resolver.resolve(text).channels.map { "\($0)" } + resolver.knownPlatforms
                }
            }
            #expect(meaning(plain) == meaning(nil), "\(parameter.name)")
        }
    }

    @Test func `environments go first where the user may write`() throws {
        #expect(try shown("envs_dirs", writable: false) == ["/home/u/.conda/envs", "/base/envs"])
    }

    @Test func `the default Python is that of the base installation`() throws {
        let records = ["python_abi-3.12-1_cp312.json", "python-dateutil-2.9-0.json", "python-3.12.4-h12_0.json"]
        #expect(try shown("default_python", records: records) == "3.12")
        #expect(try shown("default_python", "default_python: '3.9'\n", records: records) == "3.9")
    }
}
