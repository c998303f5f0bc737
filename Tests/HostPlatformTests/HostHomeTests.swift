import HostPlatform
import Testing

struct HostHomeTests {
    static let cases: [(Platform, [String: String], String?)] = [
        (.linux, ["HOME": "/h"], "/h"),
        (.macos, ["HOME": "/Users/a"], "/Users/a"),
        (.linux, ["HOME": ""], "/home/alice"),
        (.linux, [:], "/home/alice"),
        (.linux, ["USERPROFILE": "C:\\Users\\a"], "/home/alice"),
        (.windows, ["HOME": "/h", "USERPROFILE": "C:\\Users\\a"], "C:\\Users\\a"),
        (.windows, ["HOMEDRIVE": "D:", "HOMEPATH": "\\a"], "D:\\a"),
        (.windows, ["HOMEPATH": "\\a"], "\\a"),
        (.windows, ["HOME": "/h"], nil),
    ]

    @Test(arguments: cases)
    func `the home directory is the one Python would find`(
        _ platform: Platform, _ values: [String: String], _ home: String?
    ) {
        let environment = Environment(values, platform: platform)
        let found = Host.home(platform: platform, environment: environment) {
            Account.all(in: madeUpAccounts).first { $0.userID == 1000 }
        }
        #expect(found == home)
    }

    @Test func `a user database is asked only if no variable says`() {
        var isAsked = false
        _ = Host.home(platform: .linux, environment: Environment(["HOME": "/h"], platform: .linux)) {
            isAsked = true
            return nil
        }
        #expect(!isAsked)
    }

    @Test(arguments: [
        ("/home/kim/.condarc:3:5: no list", "~/.condarc:3:5: no list"),
        ("there is no directory /home/kim", "there is no directory ~"),
        ("chmod o-rwx /home/kim/a", "chmod o-rwx ~/a"),
        // Where a shell, or who reads the text that is to be written, does not take it for the home directory.
        ("--file '/home/kim/my env'", "--file '/home/kim/my env'"),
        ("--file=/home/kim/a", "--file=/home/kim/a"),
        ("write `envs_dirs: /home/kim/a` in /home/kim/b", "write `envs_dirs: /home/kim/a` in ~/b"),
        ("/home/kimberly/a, /srv/home/kim/b", "/home/kimberly/a, /srv/home/kim/b"),
    ])
    func `paths in a text are shown with '~' where a shell expands it`(_ text: String, _ shown: String) {
        #expect(Host.withTildes(in: text, home: "/home/kim") == shown)
        #expect(Host.withTildes(in: text, home: "/") == text)
    }
}
