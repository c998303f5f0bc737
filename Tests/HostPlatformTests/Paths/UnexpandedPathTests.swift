import HostPlatform
import Testing

@Suite struct UnexpandedPathTests {
    private func unexpanded(_ path: String, _ platform: Platform = .linux) -> UnexpandedPath? {
        UnexpandedPath(path, Environment(["HOME": "/home/a", "USERPROFILE": "C:\\a", "A": "/x"], platform: platform))
    }

    @Test(arguments: [
        ("~", "~", "/home/a"), ("~/b/c", "~", "/home/a/b/c"), ("$A/b", "$A", "/x/b"), ("${A}/b", "${A}", "/x/b"),
        ("$Ab", "$Ab", nil), ("~bob/c", "~bob", nil), ("$NO/b", "$NO", nil),
    ])
    func `a path that a shell would have expanded is told`(path: String, sign: String, whole: String?) {
        let found = unexpanded(path)
        #expect(found?.sign == sign && found?.whole == whole)
        #expect(found?.isCertain == (whole != nil))
    }

    @Test(arguments: ["", "/home/a", "./~/b", "a/~", "~$report.yml", "~lock.yml", "$", "${A", "%3A%2F", "a$A", "$/b"])
    func `other paths are what they are`(path: String) {
        #expect(unexpanded(path) == nil)
    }

    @Test func `on Windows a variable has its own signs`() {
        #expect(unexpanded("%A%\\b", .windows)?.whole == "/x\\b")
        #expect(unexpanded("~\\b", .windows)?.whole == "C:\\a\\b")
        #expect(unexpanded("%3A%2F", .windows) == nil)
    }
}
