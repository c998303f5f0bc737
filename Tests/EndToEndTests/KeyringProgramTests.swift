import Foundation
import LosslessJSON
import Testing

@Suite struct KeyringProgramTests {
    let program: BuiltProgram
    let home: ScratchHome
    private static let token = "made-up-token-0123456789-aaaa"
    private static let premium = ".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"

    init() throws {
        program = try BuiltProgram("keyring-tool")
        home = try ScratchHome()
    }

    private func makeDirectory(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(home.path)/\(name)", withIntermediateDirectories: true)
    }

    private func json(_ outcome: BuiltProgram.Outcome) throws -> JSONValue {
        try JSONDocument(Array(outcome.output.utf8)).root.value
    }

    @Test func `20 processes that each set another organization's token leave 20 tokens`() throws {
        let calls = try (0..<20).map { number in
            try program.start(
                ["set", "--store", "keyring", "--org", "org\(number)"], in: home, input: "\(Self.token)-\(number)")
        }
        for call in calls { #expect(call.outcome().status == 0) }
        for number in 0..<20 {
            let outcome = try program.run(["get", "--org", "org\(number)"], in: home)
            #expect(outcome.output == "\(Self.token)-\(number)\n")
        }
        #expect(home.status(of: ".anaconda/keyring")?.mode ?? 0 & 0o777 == 0o100600)
        #expect((try? FileManager.default.contentsOfDirectory(atPath: home.path + "/.anaconda")) == ["keyring"])
    }

    @Test func `what is done already touches no file`() throws {
        let calls: [([String], input: String, file: String)] = [
            (["set", "--org", "acme"], Self.token, ".anaconda/keyring"),
            (["set", "--store", "conda-token"], Self.token, Self.premium),
            (["migrate", "--org", "acme", "--configure-condarc", "--default-channels"], "", ".condarc"),
            (["sync", "--to", "mamba,rattler", "--org", "acme"], "", ".rattler/credentials.json"),
            (["doctor", "--fix"], "", ".anaconda/keyring"), (["remove", "--org", "nobody"], "", ".anaconda/keyring"),
            (["remove", "--url", "https://h.example/"], "", Self.premium),
            (["migrate", "--from", "keyring", "--org", "acme"], "", Self.premium),
        ]
        for call in calls {
            #expect(try program.run(call.0, in: home, input: call.input).status == 0)
            let status = try #require(home.status(of: call.file))
            let again = try program.run(call.0 + ["--json"], in: home, input: call.input)
            #expect(try json(again)["changed"] == false, "\(call.0)")
            #expect(home.status(of: call.file) == status, "\(call.0)")
            #expect(try program.run(call.0 + ["--check"], in: home, input: call.input).status == 0)
        }
    }

    @Test(arguments: [
        "https://conda.anaconda.org/t/SECRET/acme", "https://repo.anaconda.cloud/t/SECRET/repo/acme/main",
        "https://h.example/t/SECRET/c",
    ])
    func `a token of a URL is sent from where the command that check names puts it`(url: String) throws {
        let checker = try BuiltProgram("condarc-tool")
        try home.write(Array("channels: [\"\(url.replacing("SECRET", with: Self.token))\"]\n".utf8), to: ".condarc")
        let hint = try #require(
            try checker.run(["check", ".condarc"], in: home).output.split(separator: "\n").first {
                $0.contains("hint: take /t/… out")
            })
        let words = try #require(hint.split(separator: "keyring-tool ").last).split(separator: " ").map(String.init)
        #expect(try program.run(words, in: home, input: Self.token).status == 0)
        let channel = url.replacing("/t/SECRET", with: "")
        try home.write(Array("channels: [\"\(channel)\"]\n".utf8), to: ".condarc")
        #expect(try checker.run(["check", ".condarc"], in: home).status == 0)
        #expect(try program.run(["which", channel], in: home).status == 0)
    }

    @Test func `a symbolic link stays one and its target is replaced`() throws {
        try makeDirectory(".anaconda")
        try home.write(Array("{}".utf8), to: "real")
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/.anaconda/keyring", withDestinationPath: "../real")
        #expect(try program.run(["set", "--org", "acme"], in: home, input: Self.token).status == 0)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: home.path + "/.anaconda/keyring") == "../real")
        #expect(home.text(of: "real")?.contains("Anaconda Cloud") == true)
    }

    @Test(arguments: ["directory", "pipe", "loop", "huge", "binary"])
    func `what is no keyring is an error for every command, and stays`(kind: String) throws {
        try makeDirectory(".anaconda")
        let path = home.path + "/.anaconda/keyring"
        switch kind {
        case "directory": try makeDirectory(".anaconda/keyring")
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        case "loop": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "keyring")
        case "huge": try home.write(Array(repeating: 0x20, count: 40 << 20), to: ".anaconda/keyring")
        default: try home.write((0...255).map { UInt8($0) }, to: ".anaconda/keyring")
        }
        let before = home.status(of: ".anaconda/keyring")
        // What is too large is refused like other bad data, as in the other program.
        let expected: Int32 = ["binary", "huge"].contains(kind) ? 3 : 4
        for arguments in [
            ["set", "--org", "a"], ["remove", "--org", "a"], ["get", "--org", "a"], ["migrate", "--org", "a"],
        ] {
            let outcome = try program.run(arguments + ["--json"], in: home, input: Self.token)
            #expect(outcome.status == expected, "\(arguments) \(outcome)")
            #expect(try json(outcome)["error"]?["path"] != nil)
        }
        for arguments in [
            ["report"], ["doctor"], ["doctor", "--fix"], ["paths"], ["which", "https://repo.anaconda.cloud/x"],
        ]
        where kind != "binary" {
            #expect(try program.run(arguments, in: home).status <= 1, "\(arguments)")
        }
        #expect(home.status(of: ".anaconda/keyring") == before)
    }

    @Test(arguments: ["pipe", "directory", "loop", "huge", "binary"])
    func `a strange file among the token files does not hide the others`(kind: String) throws {
        try makeDirectory(".config/binstar")
        let name = ".config/binstar/https%3A%2F%2Fh.example%2F.token"
        let path = "\(home.path)/\(name)"
        switch kind {
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        case "directory": try makeDirectory(name)
        case "loop": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        case "huge": try home.write(Array(repeating: 0x61, count: 1 << 20), to: name)
        default: try home.write((0...255).map { UInt8($0) }, to: name)
        }
        try home.write(Array(Self.token.utf8), to: Self.premium)
        let report = try json(try program.run(["report", "--json"], in: home))
        guard case .array(let tokens)? = report["tokens"], case .array(let problems)? = report["problems"] else {
            Issue.record("no report")
            return
        }
        #expect(tokens.count == 1)
        #expect(problems.contains { $0["path"] == .string(path) })
        let url = "https://repo.anaconda.cloud/repo/"
        #expect(try program.run(["get", "--url", url], in: home).output == Self.token + "\n")
    }

    @Test func `a full standard output is an error, and nothing has been changed`() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        for arguments in [["set", "--org", "a", "--json"], ["set", "--url", "https://h.example/", "--json"]] {
            let outcome = try program.run(arguments, in: home, input: Self.token, outputPath: "/dev/full")
            #expect(outcome.status == 4)
        }
        #expect(home.names.isEmpty)
    }

    @Test func `a token file that cannot be used is an error that names it`() throws {
        try makeDirectory("d")
        try home.write(Array(repeating: 0x61, count: 1 << 20), to: "big")
        for (file, status) in [("HOME/d", 4), ("HOME/missing", 4), ("HOME/big", 3), ("/dev/null", 3)]
            as [(String, Int32)]
        {
            let outcome = try program.run(["set", "--org", "a", "--token-file", file], in: home)
            #expect(outcome.status == status, "\(file): \(outcome)")
        }
        #expect(home.names == ["big", "d"])
    }

    @Test func `a user without rights is told so`() throws {
        // The superuser has all rights: then the program runs as nobody.
        let isRoot = geteuid() == 0
        guard !isRoot || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return }
        try makeDirectory(".anaconda")
        try home.write(Array("{}".utf8), to: ".anaconda/keyring")
        chmod(home.path + "/.anaconda", 0o500)
        chmod(home.path, 0o755)
        if isRoot { chmod(home.path + "/.anaconda", 0o700) }
        defer { chmod(home.path + "/.anaconda", 0o700) }
        let arguments = ["set", "--org", "a", "--keyring", "\(home.path)/.anaconda/keyring", "--json"]
        let outcome: BuiltProgram.Outcome
        if isRoot {
            // The program's own directory may be closed to others.
            let copy = NSTemporaryDirectory() + "keyring-tool-\(UUID().uuidString)"
            try FileManager.default.copyItem(atPath: program.path, toPath: copy)
            defer { try? FileManager.default.removeItem(atPath: copy) }
            chmod(copy, 0o755)
            let shell = BuiltProgram(path: "/usr/bin/setpriv")
            outcome = try shell.run(
                ["--reuid=65534", "--regid=65534", "--clear-groups", copy] + arguments, in: home, input: Self.token)
        } else {
            outcome = try program.run(arguments, in: home, input: Self.token)
        }
        #expect(outcome.status == 4, "\(outcome)")
        #expect(try json(outcome)["error"]?["code"] == "permission")
        #expect(home.text(of: ".anaconda/keyring") == "{}")
    }

    @Test func `every command has a page of help, and unknown ones name the nearest`() throws {
        for command in [
            "report", "list", "paths", "get", "set", "remove", "migrate", "which", "doctor", "sync", "completion",
        ] {
            let page = try program.run([command, "--help"], in: home)
            #expect(page.status == 0 && page.output.contains("keyring-tool"))
            #expect(try program.run(["help", command], in: home) == page)
        }
        let outcome = try program.run(["migrat"], in: home)
        #expect(outcome.status == 2 && outcome.errors.contains("migrate"))
        #expect(try program.run(["set", "--ogr", "a"], in: home, input: Self.token).errors.contains("--org"))
    }
}
