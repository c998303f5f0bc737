import CondaSession
import Condarc
import Foundation
import TestSupport
import Testing

@testable import CondarcTool

@Suite struct ScopeFilesTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func files(targets: [String] = [], boundary: String? = nil) -> ScopeFiles {
        ScopeFiles(
            session: Session(environment: ["HOME": scratch.path], currentDirectory: scratch.path),
            targets: targets.map { scratch($0) },
            boundary: boundary.map { scratch($0) })
    }

    @Test func `a target counts before it is there, and a directory in its place is refused`() throws {
        try scratch.write("", to: "d/f")
        #expect(files().kind(of: scratch("none")) == .none)
        #expect(files(targets: ["none"]).kind(of: scratch("none")) == .file)
        #expect(files().kind(of: scratch("d")) == .directory)
        #expect(files(targets: ["d"]).kind(of: scratch("d")) == .refused)
    }

    @Test(arguments: [
        ("home/.condarc", true), ("home/in/f", true), ("home/out/f", false), ("home/self", true), ("home/chain", false),
        ("other/f", false), ("home/../other/f", false), ("home/none/f", true),
    ])
    func `a link may lead about within the home, and not out of it`(path: String, isInside: Bool) throws {
        try scratch.write("a: 1\n", to: "home/.condarc")
        try scratch.write("a: 1\n", to: "home/real/f")
        try scratch.write("a: 1\n", to: "other/f")
        try scratch.link("home/in", to: "real")
        try scratch.link("home/out", to: "../other")
        try scratch.link("home/self", to: ".condarc")
        try scratch.link("home/chain", to: "out/f")
        let files = files(boundary: "home")
        let found: Void? = try? files.stayInside(scratch.path + "/" + path)
        #expect((found != nil) == isInside)
        if !isInside { #expect(throws: CondarcError.self) { try files.bytes(of: scratch.path + "/" + path) } }
    }

    @Test func `links that lead to each other are told, and followed no further`() throws {
        try scratch.write("", to: "home/f")
        try scratch.link("home/a", to: "b")
        try scratch.link("home/b", to: "a")
        #expect(throws: CondarcError.self) { try files(boundary: "home").bytes(of: scratch("home/a")) }
    }

    @Test func `what cannot be looked at is told, not passed over`() throws {
        #expect(mkfifo(scratch("condarc"), 0o600) == 0)
        #expect(files().kind(of: scratch("condarc")) == .file)
        let error = #expect(throws: CondarcError.self) { try files().bytes(of: scratch("condarc")) }
        #expect(error?.code == .unreadable && error?.hint?.contains("let the owner move it away") == true)
    }
}
