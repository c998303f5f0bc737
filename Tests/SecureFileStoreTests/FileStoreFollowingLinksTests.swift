import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreFollowingLinksTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    private func target(of name: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: scratch(name))
    }

    @Test func `a link stays a link and its target is replaced`() throws {
        try FileManager.default.createDirectory(atPath: scratch("d"), withIntermediateDirectories: false)
        try scratch.write("old", to: "d/f", mode: 0o640)
        try scratch.link("one", to: "two")
        try scratch.link("two", to: "d/f")
        let update = try store.put("new", scratch("one"))
        #expect(update.before.resolvedPath == scratch("d/f"))
        #expect(target(of: "one") == "two")
        #expect(scratch.text(of: "d/f") == "new")
        #expect(scratch.mode(of: "d/f") == 0o640)
        #expect(scratch.names == ["d", "one", "two"])
    }

    @Test func `the target of a dangling link is created where it points`() throws {
        try scratch.link("l", to: scratch("f"))
        try store.put("new", scratch("l"))
        #expect(target(of: "l") == scratch("f"))
        #expect(scratch.text(of: "f") == "new")
    }

    @Test func `a link into a directory that is not there is an error`() throws {
        try scratch.link("l", to: "no/f")
        let error = #expect(throws: FileError.self) { try store.put("new", scratch("l")) }
        #expect(error?.code == .notFound)
        #expect(scratch.names == ["l"])
    }

    @Test(arguments: ["l", "d/f", "d/sub/f"])
    func `no directory is made behind a link that leads nowhere`(name: String) throws {
        try scratch.link("l", to: "mnt/share/f")
        try scratch.link("d", to: scratch("mnt/share"))
        for isRehearsal in [false, true] {
            let error = #expect(throws: FileError.self) {
                try store.update(scratch(name), policy: .secret, isRehearsal: isRehearsal) { _ in [0x61] }
            }
            #expect(error?.code == .notFound)
            let link = scratch(String(name.prefix(1)))
            #expect(error?.message.hasPrefix("\(link) is a link to \(scratch("mnt/share"))") == true)
            #expect(error?.message.hasSuffix("there is no directory \(scratch("mnt/share"))") == true)
        }
        #expect(scratch.names == ["d", "l"])
    }

    @Test func `a directory is made behind a link to one that is there`() throws {
        try FileManager.default.createDirectory(atPath: scratch("real"), withIntermediateDirectories: false)
        try scratch.link("d", to: "real")
        _ = try store.update(scratch("d/sub/f"), policy: .secret) { _ in Array("new".utf8) }
        #expect(scratch.text(of: "real/sub/f") == "new")
    }

    @Test func `links that lead to each other are an error`() throws {
        try scratch.link("a", to: "b")
        try scratch.link("b", to: "a")
        #expect(throws: FileError.self) { try store.snapshot(scratch("a")) }
        let error = #expect(throws: FileError.self) { try store.put("new", scratch("a")) }
        #expect(error?.code == .loop)
    }

    @Test func `a link that is turned elsewhere in between is followed anew`() throws {
        try scratch.write("one", to: "one")
        try scratch.write("two", to: "two")
        try scratch.link("l", to: "one")
        var runs = 0
        let update = try store.update(scratch("l"), policy: .ordinary) { before in
            runs += 1
            if runs == 1 {
                try FileManager.default.removeItem(atPath: scratch("l"))
                try scratch.link("l", to: "two")
            }
            return before.bytes + Array("!".utf8)
        }
        #expect(runs == 2 && update.text == "two!")
        #expect(scratch.text(of: "one") == "one")
        #expect(scratch.text(of: "two") == "two!")
    }
}
