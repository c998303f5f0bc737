import Foundation
import SecureFileStore
import TestSupport
import Testing

/// Places that a file of settings names, where root reads the settings of another user.
@Suite(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
struct FileStoreSettingTrustTests {
    let scratch: TemporaryDirectory
    let store = FileStore()
    private let user: uid_t = 65534

    init() throws {
        scratch = try TemporaryDirectory()
        for name in ["root/f", "home/settings", "home/own", "home/d/f"] { try scratch.write("", to: name, mode: 0o600) }
        for name in ["home", "home/settings", "home/own", "home/d"] { own(name) }
    }

    private func own(_ name: String) { #expect(lchown(scratch(name), user, user) == 0) }

    private func code(_ path: String, by settings: String = "home/settings") -> FileError.Code? {
        do {
            try store.requireTrusted(scratch(path), namedBy: scratch(settings))
            return nil
        } catch { return error.code }
    }

    @Test(arguments: ["home/own", "home/new", "home/d", "home/d/new/newer"])
    func `what belongs to the author of the settings, or would, is theirs to name`(path: String) {
        #expect(code(path) == nil)
    }

    @Test(arguments: ["root/f", "root", "root/new", "root/new/newer", "home/d/f", "home/l", "home/m", "home/hard"])
    func `what belongs to somebody else is not`(path: String) throws {
        try scratch.link("home/l", to: "../root/f")
        try scratch.link("home/m", to: "../root")
        #expect(Foundation.link(scratch("root/f"), scratch("home/hard")) == 0)
        for name in ["home/l", "home/m"] { own(name) }
        #expect(code(path) == .permission)
    }

    @Test func `a second name of the author's own file may lead out of their home`() throws {
        #expect(Foundation.link(scratch("home/own"), scratch("root/own")) == 0)
        #expect(code("root/own") == .permission)
    }

    @Test func `the settings of root, and those that are not there, may name any place`() throws {
        try scratch.write("", to: "root/settings")
        #expect(code("root/f", by: "root/settings") == nil)
        #expect(code("root/f", by: "home/nothing") == nil)
    }
}
