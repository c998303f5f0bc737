import Foundation
import HostPlatform
import TestSupport
import Testing

@testable import Condarc

@Suite struct `The search path` {
    private func host(_ platform: Platform, _ environment: [String: String] = [:]) -> HostPlatform.Host {
        HostPlatform.Host(
            platform: platform, environment: Environment(environment, platform: platform),
            home: platform.isWindows ? "C:\\Users\\u" : "/home/u", currentDirectory: platform.isWindows ? "C:\\w" : "/w"
        )
    }

    @Test(arguments: [(Platform.linux, "unix"), (.macos, "unix"), (.windows, "windows")])
    func `it is conda's on each platform`(_ platform: Platform, _ member: String) throws {
        guard let data = PackagePlaces.sharedFile("golden/searchpath.json") else { return }
        let recorded = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let expected = try #require(recorded[member] as? [String])
        let templates = SearchPath(host: host(platform), root: "/base").entries.map(\.template)
        #expect(templates == expected.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
    }

    @Test func `variables and the home directory are filled in`() {
        let environment = ["XDG_CONFIG_HOME": "/x", "CONDA_PREFIX": "/envs/e", "CONDARC": "~/my.yml"]
        let paths = SearchPath(host: host(.linux, environment), root: "/base").entries.map(\.path)
        #expect(paths.contains("/x/conda/condarc.d"))
        #expect(paths.contains("/base/.condarc"))
        #expect(paths.contains("/envs/e/condarc"))
        #expect(paths.last == "/home/u/my.yml")
    }

    @Test func `what an unset variable would name is nowhere`() {
        let entries = SearchPath(host: host(.linux), root: nil).entries
        #expect(entries.filter { $0.path == nil }.map(\.template).contains("$CONDARC"))
        #expect(entries.first { $0.template == "$CONDA_ROOT/.condarc" }?.path == nil)
    }

    @Test func `without an active environment the base installation stands in for it`() {
        for environment in [[:], ["CONDA_PREFIX": ""]] {
            let entries = SearchPath(host: host(.linux, environment), root: "/base").entries
            #expect(entries.first { $0.template == "$CONDA_PREFIX/.condarc" }?.path == "/base/.condarc")
        }
        let named = SearchPath(host: host(.linux, ["CONDA_PREFIX": "", "CONDA_DEFAULT_ENV": "/e"]), root: "/base")
            .entries
        #expect(named.first { $0.template == "$CONDA_PREFIX/.condarc" }?.path == "/e/.condarc")
    }

    @Test func `a directory gives its YAML files in the order of their names, and every file counts once`() {
        let files = MadeFiles(texts: [
            "/base/.condarc": "", "/base/condarc.d/10-b.yml": "", "/base/condarc.d/9-a.yaml": "",
            "/base/condarc.d/readme.txt": "", "/base/condarc.d/.yml": "", "/base/condarc.d/.hidden.yml": "",
            "/base/condarc.d/sub/deep.yml": "", "/base/condarc.d/.condarc": "", "/base/condarc.d/x.YML": "",
        ])
        let host = host(.linux, ["CONDA_PREFIX": "/base"])
        #expect(
            SearchPath(host: host, root: "/base").files(in: files, host: host) == [
                "/base/.condarc", "/base/condarc.d/.hidden.yml", "/base/condarc.d/10-b.yml", "/base/condarc.d/9-a.yaml",
            ])
    }

    @Test(arguments: [
        (".condarc", true), ("condarc", true), ("a.yml", true), ("a.yaml", true), (".yml", false), ("a.txt", false),
        ("a.YML", false), ("condarc.txt", false),
    ])
    func `a file counts by its name`(_ name: String, _ counts: Bool) {
        #expect(SearchPath.isNamedAsSource(name) == counts)
    }
}
