import Foundation
import TestSupport
import Testing

@testable import SecureFileStore

@Suite struct FileStatusTests {
    let scratch: TemporaryDirectory
    let calls = NativeSystemCalls()

    init() throws { scratch = try TemporaryDirectory() }

    private func status(_ name: String) throws -> FileStatus {
        try calls.status(at: scratch(name), in: .workingDirectory)
    }

    @Test func `what has a name is told by its kind`() throws {
        try scratch.write("", to: "d/f")
        try scratch.link("l", to: "nowhere")
        #expect(mkfifo(scratch("p"), 0o600) == 0)
        #expect(
            try ["d", "d/f", "l", "p", "/dev/null"].map { try status($0).kind } == [
                .directory, .file, .link, .pipe, .device,
            ])
    }

    @Test func `a file is the same by all of its names, and another one of the same content is not`() throws {
        try scratch.write("x", to: "f", mode: 0o640)
        #expect(link(scratch("f"), scratch("g")) == 0)
        try scratch.write("x", to: "h", mode: 0o640)
        let file = try status("f")
        #expect(file.names == 2 && file.size == 1 && file.mode.octal == "0640")
        let (same, other) = (try status("g"), try status("h"))
        #expect(file.isSameFile(as: same) && file.isSameContent(as: same))
        #expect(!file.isSameFile(as: other) && !file.isSameContent(as: other))
    }

    @Test func `the content is another one when its size or time is, and not for a mode`() throws {
        try scratch.write("x", to: "f")
        let before = try status("f")
        var after = before
        (after.mode, after.user, after.names, after.changed) = (.secretFile, 4711, 3, before.changed + 1)
        #expect(before.isSameContent(as: after))
        after.modified += 1
        #expect(!before.isSameContent(as: after) && before.isSameFile(as: after))
        after = before
        after.size += 1
        #expect(!before.isSameContent(as: after))
    }

    @Test func `nothing is the same as nothing only`() throws {
        try scratch.write("x", to: "f")
        let (file, nothing) = (Optional(try status("f")), FileStatus?.none)
        #expect(nothing.isSameContent(as: nil) && file.isSameContent(as: file))
        #expect(!file.isSameContent(as: nil) && !nothing.isSameContent(as: file))
    }
}
