import HostPlatform
import Testing

struct HostPathsTests {
    static func host(_ platform: Platform) -> Host {
        Host(
            platform: platform,
            environment: Environment(
                ["HOME": "/home/a", "A": "1", "B": "$A", "EMPTY": "", "USERNAME": "ann", "D-E": "dash"],
                platform: platform),
            home: platform.isWindows ? "C:\\Users\\ann" : "/home/a",
            currentDirectory: platform.isWindows ? "C:\\work" : "/project",
            homeOfUser: { $0 == "bob" && platform == .linux ? "/users/bob/" : nil })
    }

    @Test(arguments: [
        (Platform.linux, "~", "/home/a"), (.linux, "~/x", "/home/a/x"), (.linux, "~bob/x", "/users/bob/x"),
        (.linux, "~eve/x", "~eve/x"), (.linux, "x/~", "x/~"), (.windows, "~\\x", "C:\\Users\\ann\\x"),
        (.windows, "~/x", "C:\\Users\\ann/x"), (.windows, "~bob\\x", "C:\\Users\\bob\\x"),
    ])
    func `a leading tilde is the home directory`(_ platform: Platform, _ path: String, _ expanded: String) {
        #expect(Self.host(platform).expandingHome(path) == expanded)
    }

    @Test func `an unknown home stays as text`() {
        let host = Host(
            platform: .linux, environment: Environment([:], platform: .linux), home: "~", currentDirectory: "/w")
        #expect(host.expanded("~/.condarc") == "/w/~/.condarc")
    }

    @Test func `a home of the root directory does not double its slash`() {
        let host = Host(
            platform: .linux, environment: Environment([:], platform: .linux), home: "/", currentDirectory: "/w")
        #expect(host.expandingHome("~/x") == "/x")
        #expect(host.expandingHome("~") == "/")
    }

    @Test func `a setting's path is expanded, absolute and normalized`() {
        #expect(Self.host(.linux).expanded("$A/../~") == "/project/~")
        #expect(Self.host(.windows).expanded("~/x/..") == "C:\\Users\\ann")
    }
}
