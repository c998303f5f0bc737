import HostPlatform
import Testing

struct HostPathsTests {
    @Test(arguments: [
        (Platform.linux, "~", "/home/a"), (.linux, "~/x", "/home/a/x"), (.linux, "~bob/x", "/users/bob/x"),
        (.linux, "~eve/x", "~eve/x"), (.linux, "x/~", "x/~"), (.windows, "~\\x", "C:\\Users\\ann\\x"),
        (.windows, "~/x", "C:\\Users\\ann/x"), (.windows, "~bob\\x", "C:\\Users\\bob\\x"),
    ])
    func `a leading tilde is the home directory`(_ platform: Platform, _ path: String, _ expanded: String) {
        #expect(Host.madeUp(platform).expandingHome(path) == expanded)
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
        #expect(Host.madeUp(.linux).expanded("$A/../~") == "/project/~")
        #expect(Host.madeUp(.windows).expanded("~/x/..") == "C:\\Users\\ann")
    }
}
