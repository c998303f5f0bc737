import HostPlatform
import Testing

/// The expected values are what Python's `posixpath` and `ntpath` give.
struct PlatformPathsTests {
    @Test(arguments: [
        (Platform.linux, "/a", "b", "/a/b"), (.linux, "/a/", "b", "/a/b"), (.linux, "/a", "/b", "/b"),
        (.linux, "", "b", "b"), (.macos, "/a", "b/c", "/a/b/c"), (.linux, "/a", "C:\\b", "/a/C:\\b"),
        (.windows, "C:\\a", "b", "C:\\a\\b"), (.windows, "C:", "b", "C:b"), (.windows, "C:\\", "b", "C:\\b"),
        (.windows, "C:\\a", "\\b", "C:\\b"), (.windows, "C:\\a", "D:b", "D:b"), (.windows, "C:/a/", "b", "C:/a/b"),
        (.windows, "\\\\s\\h", "b", "\\\\s\\h\\b"), (.windows, "C:\\a", "\\\\s\\h\\x", "\\\\s\\h\\x"),
        (.windows, "C:\\a", "C:b", "C:\\a\\b"),
    ])
    func `join puts a path inside a directory`(
        _ platform: Platform, _ directory: String, _ path: String, _ joined: String
    ) {
        #expect(platform.join(directory, path) == joined)
    }

    @Test(arguments: [
        (Platform.linux, "/a/b", "/a", "b"), (.linux, "/", "/", ""), (.linux, "/a/", "/a", ""), (.linux, "a", "", "a"),
        (.linux, "/a//b", "/a", "b"), (.linux, "", "", ""), (.linux, "/a\\b", "/", "a\\b"),
        (.windows, "C:\\a\\b", "C:\\a", "b"), (.windows, "C:\\", "C:\\", ""), (.windows, "C:a", "C:", "a"),
        (.windows, "\\\\s\\h\\a", "\\\\s\\h\\", "a"), (.windows, "\\\\s\\h", "\\\\s\\h", ""),
        (.windows, "a/b\\c", "a/b", "c"),
    ])
    func `a path is a parent and a name`(_ platform: Platform, _ path: String, _ parent: String, _ name: String) {
        #expect(platform.parent(of: path) == parent)
        #expect(platform.baseName(of: path) == name)
    }

    @Test(arguments: [
        (Platform.linux, "/a", true), (.linux, "a", false), (.linux, "C:\\a", false), (.linux, "", false),
        (.windows, "C:\\a", true), (.windows, "C:/a", true), (.windows, "C:a", false), (.windows, "\\\\s\\h", true),
        (.windows, "a", false), (.windows, "\\a", false), (.windows, "", false),
    ])
    func `an absolute path does not depend on the current directory`(_ platform: Platform, _ path: String, _ yes: Bool)
    {
        #expect(platform.isAbsolute(path) == yes)
    }

    @Test(arguments: [
        (Platform.linux, "/", "/"), (.linux, "//a/../..", "//"), (.linux, "///a", "/a"), (.linux, "a/../..", ".."),
        (.linux, "/a/./b/", "/a/b"), (.linux, "", "."), (.linux, "/../a", "/a"), (.linux, "a/\u{301}b/..", "a"),
        (.windows, "C:/x/../y/.", "C:\\y"), (.windows, "\\\\s\\h\\..\\a", "\\\\s\\h\\a"),
        (.windows, "a/b\\c", "a\\b\\c"),
        (.windows, "//s/h/a", "\\\\s\\h\\a"), (.windows, "C:a/..", "C:"),
    ])
    func `a normalized path has no empty names, dots and double dots`(
        _ platform: Platform, _ path: String, _ result: String
    ) {
        #expect(platform.normalized(path) == result)
    }
}
