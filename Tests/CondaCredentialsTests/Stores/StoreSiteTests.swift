import HostPlatform
import SecureFileStore
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct StoreSiteTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func site(_ environment: [String: String] = [:], root: String? = nil) throws -> StoreSite {
        let files = FileStore()
        let host = Host.current(
            environment: Environment(["HOME": scratch.path].merging(environment) { $1 }),
            currentDirectory: scratch.path, store: files)
        return try StoreSite(host: host, files: files, root: root)
    }

    @Test func `every place that may hold a token is one store, and none twice`() throws {
        try scratch.write("{}", to: ".rattler/credentials.json")
        let paths = try site().everyStore.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(
            paths.contains(scratch(".anaconda/keyring")) && paths.contains(scratch(".config/binstar"))
                && paths.contains(scratch(".rattler/credentials.json")))
    }

    @Test(arguments: [("~/auth.json", "~"), ("$HOME/auth.json", "$HOME")])
    func `a variable that nobody expands is doubted, with the whole path`(value: String, sign: String) throws {
        let site = try site(["RATTLER_AUTH_FILE": value])
        let doubt = site.doubt(about: ClientFormat.rattler.place(site))
        #expect(doubt?.message.contains("begins with '\(sign)'") == true)
        #expect(doubt?.hint == "`export RATTLER_AUTH_FILE=\(scratch("auth.json"))`")
    }

    @Test(arguments: ["/a/auth.json", "auth.json", "a~b"])
    func `another path is taken as it is`(value: String) throws {
        let site = try site(["RATTLER_AUTH_FILE": value])
        #expect(site.doubt(about: ClientFormat.rattler.place(site)) == nil)
    }

    @Test func `the version of platformdirs in the base installation decides what a variable is worth`() throws {
        try scratch.write("", to: "root/conda-meta/python-3.12.1-0.json")
        try scratch.write(
            "Metadata-Version: 2.4\nName: platformdirs\nVersion: 4.5.0\n",
            to: "root/lib/python3.12/site-packages/platformdirs-4.5.0.dist-info/METADATA")
        let old = try site(["XDG_CONFIG_HOME": "rel"], root: scratch("root"))
        #expect(old.places.condaTokens.path == scratch("rel/binstar"))
        #expect(try site(["XDG_CONFIG_HOME": "rel"]).places.condaTokens.path == scratch(".config/binstar"))
    }
}
