import Foundation
import LosslessJSON
import Testing

/// A file that no configuration should be, and the error that says so.
struct HostileFile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let code: String
    let line: Int?
    let column: Int?

    init(_ name: String, _ bytes: [UInt8], _ code: String, line: Int?, column: Int?) {
        (self.name, self.bytes, self.code, self.line, self.column) = (name, bytes, code, line, column)
    }

    init(_ name: String, _ text: String, _ code: String, line: Int?, column: Int?) {
        self.init(name, Array(text.utf8), code, line: line, column: column)
    }

    var testDescription: String { name }
}

@Suite struct HostileInputTests {
    let program: BuiltProgram

    init() throws { program = try BuiltProgram("condarc-tool") }

    static let files = [
        HostileFile("not UTF-8", Array("channels:\n  - caf".utf8) + [0xE9, 0x0A], "refused", line: 2, column: 8),
        HostileFile("UTF-16", [0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00, 0x20, 0x00], "refused", line: 1, column: 1),
        HostileFile("NUL", "channels:\n  - a\0b\n", "refused", line: 2, column: 6),
        HostileFile("tab", "channels:\n\t- a\n", "syntax", line: 2, column: 1),
        HostileFile("duplicate keys", "quiet: true\nquiet: false\n", "syntax", line: 2, column: 1),
        HostileFile("several documents", "quiet: true\n---\nquiet: false\n", "refused", line: 2, column: 1),
        HostileFile("list at the top", "- a\n- b\n", "invalid", line: 1, column: 1),
        HostileFile("scalar at the top", "just text\n", "invalid", line: 1, column: 1),
        HostileFile("unclosed bracket", "channels: [a, b\nquiet: true\n", "syntax", line: 2, column: nil),
        HostileFile(
            "100,000 levels", String(repeating: "[", count: 100_000), "refused", line: 1, column: nil),
        HostileFile(
            "100,000 maps", "a: " + String(repeating: "{a: ", count: 100_000), "refused", line: 1, column: nil),
        HostileFile("alias bomb", aliasBomb, "refused", line: nil, column: nil),
        HostileFile("undefined alias", "channels: *nowhere\n", "syntax", line: 1, column: 11),
        HostileFile("binary", (0...255).map { UInt8($0) }, "refused", line: 1, column: 1),
    ]

    private static let aliasBomb: String = {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        return text
    }()

    @Test(arguments: files)
    func `a file that is no configuration is named with its place and stays`(file: HostileFile) throws {
        let home = try ScratchHome()
        try home.write(file.bytes, to: ".condarc")
        let status = home.status()
        for arguments in [["append", "channels", "x"], ["set", "quiet", "true"], ["unset", "quiet"], ["get"]] {
            let outcome = try program.run(arguments + ["--json"], in: home)
            #expect(outcome.status == 3, "\(outcome)")
            let error = try errorObject(outcome.output)
            #expect(error["code"] == .string(file.code))
            #expect(error["path"] == .string(home.path + "/.condarc"))
            if let line = file.line { #expect(error["line"] == .number("\(line)"), "\(outcome.output)") }
            if let column = file.column { #expect(error["column"] == .number("\(column)"), "\(outcome.output)") }
            #expect(error["hint"] != nil || file.code == "syntax")
            #expect(outcome.errors == "")
        }
        #expect(home.status() == status)
        #expect(home.bytes() == file.bytes)
    }

    @Test func `a file of 50 MB is refused`() throws {
        let home = try ScratchHome()
        try home.write(Array(repeating: UInt8(ascii: "#"), count: 50 << 20), to: ".condarc")
        let outcome = try program.run(["set", "quiet", "true", "--json"], in: home)
        #expect(outcome.status == 3)
        let error = try errorObject(outcome.output)
        #expect(error["code"] == "refused" && error["path"] == .string(home.path + "/.condarc"))
    }

    @Test(arguments: ["directory", "pipe", "circular link", "link into nowhere", "unreadable"])
    func `what is no readable file is an error of the system`(kind: String) throws {
        let home = try ScratchHome()
        let path = home.path + "/.condarc"
        switch kind {
        case "directory": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        case "circular link":
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: ".other")
            try FileManager.default.createSymbolicLink(atPath: home.path + "/.other", withDestinationPath: ".condarc")
        case "link into nowhere":
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "not/there")
        default:
            try home.write(Array("quiet: true\n".utf8), to: ".condarc")
            chmod(path, 0)
            // The superuser may read everything.
            if geteuid() == 0 { return }
        }
        let before = home.names
        let outcome = try program.run(["set", "quiet", "true", "--json"], in: home)
        #expect(outcome.status == 4, "\(outcome)")
        let error = try errorObject(outcome.output)
        #expect(error["code"] == (kind == "unreadable" ? "permission" : "io"))
        #expect(error["path"] != nil)
        #expect(home.names == before)
    }

    @Test(arguments: [64, 128])
    func `files are read as deep on a small stack`(kibibytes: Int) throws {
        let deep = "channels: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500) + "\n"
        let home = try ScratchHome(condarc: deep)
        let call = ["-c", "ulimit -s \(kibibytes); exec \"$@\"", "sh", program.path]
        for arguments in [["check", "HOME/.condarc"], ["diff", "/dev/null", "HOME/.condarc"]] {
            let outcome = try BuiltProgram(path: "/bin/sh").run(call + arguments, in: home)
            #expect(outcome.status == 1, "\(outcome)")
        }
    }

    @Test(arguments: [".condarc", ".conda/condarc.d"], [["show"], ["sources"], ["explain", "channels"]])
    func `a source that is not opened for want of descriptors is an error of the system`(
        place: String, arguments: [String]
    ) throws {
        let home = try ScratchHome()
        if place == ".condarc" {
            try home.write(Array("channels: [a]\n".utf8), to: place)
        } else {
            try FileManager.default.createDirectory(atPath: "\(home.path)/\(place)", withIntermediateDirectories: true)
        }
        let call = ["-c", "ulimit -n 4; exec \"$@\"", "sh", program.path] + arguments + ["--json"]
        let outcome = try BuiltProgram(path: "/bin/sh").run(call, in: home)
        #expect(outcome.status == 4, "\(outcome)")
        let isNamed = outcome.output.contains("\(home.path)/\(place): too many open files")
        #expect(isNamed, "\(outcome.output)")
    }

    @Test func `control characters from a file do not reach the terminal through an error`() throws {
        let home = try ScratchHome(condarc: "\"a\\e[31m\": 1\n\"a\\e[31m\": 2\n")
        let outcome = try program.run(["set", "quiet", "true"], in: home)
        #expect(outcome.status == 3)
        #expect(!outcome.errors.contains("\u{1B}"))
    }

    private func errorObject(_ output: String) throws -> JSONValue {
        let document = try JSONDocument(Array(output.utf8))
        let error = try #require(document.root.value["error"])
        #expect(document.root.value["schema"] == 1)
        return error
    }
}
