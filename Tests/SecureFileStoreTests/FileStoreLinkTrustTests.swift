import Foundation
import SecureFileStore
import TestSupport
import Testing

/// What root does in a directory of another user, who may put links there.
@Suite(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
struct FileStoreLinkTrustTests {
    let scratch: TemporaryDirectory
    let store = FileStore()
    private let user: uid_t = 65534

    init() throws {
        scratch = try TemporaryDirectory()
        try scratch.write("mine", to: "root/f", mode: 0o600)
        try scratch.write("theirs", to: "home/own", mode: 0o600)
        for name in ["home", "home/own"] { #expect(chown(scratch(name), user, user) == 0) }
    }

    /// A link of the user.
    private func link(_ name: String, to target: String, owner: uid_t? = nil) throws {
        try scratch.link(name, to: target)
        #expect(lchown(scratch(name), owner ?? user, owner ?? user) == 0)
    }

    /// Every way to the file is refused with an error that says why, and root's file stays.
    private func expectRefusal(_ path: String, file: String = "root/f") throws {
        let before = try store.metadata(scratch(file))
        let actions: [() throws -> Void] = [
            { try store.put("x", scratch(path)) }, { try store.put("x", scratch(path), policy: .secret) },
            { _ = try store.snapshot(scratch(path)) }, { try store.setMode(scratch(path), .secretFile) },
            { try store.flush(scratch(path)) },
        ]
        for action in actions {
            let error = #expect(throws: FileError.self) { try action() }
            #expect(error?.code == .permission && error?.hint != nil, "\(error?.message ?? "")")
        }
        #expect(try store.metadata(scratch(file)) == before)
        #expect(scratch.text(of: "root/f") == "mine")
    }

    @Test func `a user's link to root's file is refused`() throws {
        try link("home/l", to: "../root/f")
        try expectRefusal("home/l")
        try link("home/m", to: scratch("root/f"))
        try expectRefusal("home/m")
    }

    @Test func `a user's link to root's directory is refused, wherever it stands in the path`() throws {
        try link("home/d", to: "../root")
        try expectRefusal("home/d/f")
        try link("home/e", to: "d/f")
        try expectRefusal("home/e")
    }

    @Test func `the names in root's directory are not listed through a user's link`() throws {
        try link("home/d", to: "../root")
        try link("home/e", to: scratch("home/d"))
        for path in ["home/d", "home/e", "home/d/."] {
            for list in [store.list, store.listAsStored] {
                let error = #expect(throws: FileError.self) { try list(scratch(path)) }
                #expect(error?.code == .permission && error?.hint != nil)
            }
        }
        try link("home/self", to: ".")
        #expect(try store.list(scratch("home/self")).contains("own"))
        #expect(throws: FileError.self) { try store.list(scratch("home/own")) }
        #expect(throws: FileError.self) { try store.list(scratch("home/nothing")) }
    }

    @Test func `a user's link to nothing is refused where root's directory would get a file`() throws {
        try link("home/l", to: "../root/new")
        for policy in [FilePolicy.ordinary, .secret] {
            #expect(throws: FileError.self) { try store.put("x", scratch("home/l"), policy: policy) }
        }
        try link("home/d", to: "../root/sub")
        #expect(throws: FileError.self) { try store.put("x", scratch("home/d/f"), policy: .secret) }
        #expect(scratch.names(in: "root") == ["f"])
    }

    @Test func `a user's link to their own file is followed, and the file stays theirs`() throws {
        try link("home/l", to: "own")
        try link("home/d", to: scratch("home"))
        for path in ["home/l", "home/d/own", "home/d/l"] {
            try store.put("new \(path)", scratch(path))
            #expect(scratch.text(of: "home/own") == "new \(path)")
            #expect(try store.metadata(scratch("home/own"))?.user == user)
        }
        try store.put("x", scratch("home/d/fresh"))
        #expect(try store.metadata(scratch("home/fresh"))?.user == user)
    }

    @Test func `root's link is followed wherever it leads`() throws {
        try link("home/l", to: "../root/f", owner: 0)
        try store.put("new", scratch("home/l"))
        #expect(scratch.text(of: "root/f") == "new")
    }

    @Test func `a user's second name for root's file is refused`() throws {
        #expect(Foundation.link(scratch("root/f"), scratch("home/hard")) == 0)
        try expectRefusal("home/hard")
    }

    @Test func `a user's second name for root's link is the user's link`() throws {
        try link("root/l", to: scratch("root/f"), owner: 0)
        #expect(linkat(AT_FDCWD, scratch("root/l"), AT_FDCWD, scratch("home/l"), 0) == 0)
        try expectRefusal("home/l")
    }

    @Test func `what root makes in a user's directory belongs to that user`() throws {
        try store.put("x", scratch("home/a/b/secret"), policy: .secret)
        try store.put("x", scratch("home/plain"))
        for name in ["home/a", "home/a/b", "home/a/b/secret", "home/plain"] {
            let metadata = try #require(try store.metadata(scratch(name)))
            #expect(metadata.user == user && metadata.status.group == user, "\(name)")
        }
        let update = try store.update(scratch("home/own"), policy: .ordinary, keepingBackup: true) { _ in [] }
        #expect(try store.metadata(try #require(update.backup))?.user == user)
    }

    @Test func `links that are swapped five hundred times during edits never reach root's file`() throws {
        try scratch.write("theirs", to: "home/d/f", mode: 0o644)
        for name in ["home/d", "home/d/f"] { #expect(chown(scratch(name), user, user) == 0) }
        let before = try store.metadata(scratch("root/f"))
        let (path, swapped) = (scratch("home/d"), Counter())
        let (aside, target) = (scratch("home/aside"), scratch("root"))
        let calls = RecordingCalls { (number, _) throws(Errno) in
            // The user's directory becomes a link to root's, and back, before every other call.
            guard number % 2 == 0 else { return }
            if rename(path, aside) == 0 {
                symlink(target, path)
                lchown(path, 65534, 65534)
            } else {
                unlink(path)
            }
            if swapped.next() % 2 == 0 {
                unlink(path)
                rename(aside, path)
            }
        }
        for number in 0..<60 {
            _ = try? FileStore(calls: calls).put("x\(number)", scratch("home/d/f"))
            _ = try? FileStore(calls: calls).setMode(scratch("home/d/f"), FileMode(rawValue: 0o666))
            _ = try? FileStore(calls: calls).put("y\(number)", scratch("home/d/new\(number)"), policy: .secret)
        }
        #expect(swapped.next() > 500)
        #expect(try store.metadata(scratch("root/f")) == before)
        #expect(scratch.text(of: "root/f") == "mine")
        #expect(scratch.names(in: "root") == ["f"])
    }
}
