import CondaCredentials
import LosslessJSON
import Testing

@Suite struct PathsCommandTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `paths names the deciding setting and the platform`() {
        home.environment["ANACONDA_AUTH_KEYRING_PATH"] = "~/k"
        let paths = home.run("paths", "--json").json
        #expect(paths["keyring"]?["path"] == .string(home.path + "/k"))
        #expect(paths["keyring"]?["decided_by"] == "ANACONDA_AUTH_KEYRING_PATH")
        #expect(paths["conda-token"]?["decided_by"] == "default")
        home.environment = ["USERPROFILE": #"C:\Users\kim"#]
        let windows = home.run("paths", "--platform", "windows", "--json").json
        #expect(windows["keyring"]?["path"] == #"C:\Users\kim\.anaconda\keyring"#)
        #expect(windows["conda-token"]?["path"] == #"C:\Users\kim\AppData\Local\ContinuumIO\binstar"#)
        let macos = home.run("paths", "--platform", "macos", "--json").json
        #expect(macos["conda-token"]?["path"] == .string(home.path + "/Library/Application Support/binstar"))
    }

    @Test func `paths shows every store that is there, and of a service no file`() {
        home.environment["ANACONDA_AUTH_PREFERRED_TOKEN_STORAGE"] = "system"
        let lines = home.run("paths").output.split(separator: "\n").dropFirst()
        let names = lines.map { $0.prefix { $0 != " " } }
        for kind in StoreKind.all { #expect(names.count { $0 == kind.name.rawValue } == 1, "\(names)") }
        guard case .array(let others)? = home.run("paths", "--json").json["others"] else {
            return #expect(Bool(false))
        }
        #expect(others.first?["name"] == "system")
        #expect(others.first?["exists"] == nil)
    }
}
