import Foundation
import TestSupport
import Testing

/// What the programs promise about files, tried with real users, real pipes and a real peer.
@Suite struct FilePromiseTests {
    let condarc: BuiltProgram
    let keyring: BuiltProgram
    private let user: uid_t = 65534

    init() throws {
        condarc = try BuiltProgram("condarc-tool")
        keyring = try BuiltProgram("keyring-tool")
    }

    // MARK: Inputs

    @Test(arguments: [["check", "/dev/stdin"], ["check", "/dev/fd/0"], ["diff", "HOME/.condarc", "/dev/stdin"]])
    func `an input that is only read may be a pipe`(_ arguments: [String]) throws {
        let home = try ScratchHome(condarc: "offline: false\n")
        let outcome = try condarc.run(arguments, in: home, input: "offline: maybe\n")
        #expect(outcome.status == 1, "\(outcome)")
        #expect((outcome.output + outcome.errors).contains("offline"))
    }

    @Test func `what is applied may come from a pipe`() throws {
        let home = try ScratchHome(condarc: "offline: false\n")
        #expect(try condarc.run(["apply", "/dev/stdin"], in: home, input: "offline: true\n").status == 0)
        #expect(home.text() == "offline: true\n")
    }

    @Test func `a named pipe is waited for, and a token may come through it`() throws {
        let home = try ScratchHome()
        let pipe = "\(home.path)/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let call = try keyring.start(["set", "--store", "conda-token", "--token-file", pipe], in: home)
        let descriptor = open(pipe, O_WRONLY)
        _ = write(descriptor, "made-up-token-through-a-pipe", 28)
        close(descriptor)
        let outcome = call.outcome()
        #expect(outcome.status == 0, "\(outcome)")
        #expect(
            home.text(of: ".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token")
                == "made-up-token-through-a-pipe")
    }

    @Test func `the target of an edit may not be a pipe`() throws {
        let home = try ScratchHome()
        #expect(mkfifo("\(home.path)/pipe", 0o600) == 0)
        #expect(try condarc.run(["set", "offline", "true", "--file", "HOME/pipe"], in: home).status == 4)
    }

    // MARK: Modes and owners

    @Test func `a directory can be entered and a file read by its owner, whatever the umask is`() throws {
        let home = try ScratchHome()
        let shell = BuiltProgram(path: "/bin/sh")
        let outcome = try shell.run(
            [
                "-c", "umask 0777; exec \"$0\" \"$@\"", keyring.path, "set", "--store", "keyring", "--org", "acme",
                "--token-env", "A_TOKEN",
            ], in: home, environment: ["A_TOKEN": "made-up-token-0123456789"])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(try #require(home.status(of: ".anaconda")).mode & 0o7777 == 0o700)
        #expect(try #require(home.status(of: ".anaconda/keyring")).mode & 0o7777 == 0o600)
        let append = try shell.run(
            ["-c", "umask 0777; exec \"$0\" \"$@\"", condarc.path, "append", "channels", "bioconda"], in: home)
        #expect(append.status == 0, "\(append)")
        #expect(try #require(home.status(of: ".condarc")).mode & 0o7777 == 0o600)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
    func `root follows no link of a user to root's file, with any command`() throws {
        let token = "made-up-token-of-root-0123456789"
        let place = ".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"
        let edits = [
            ["set", "offline", "true"], ["append", "channels", "bioconda"], ["set-channels", "bioconda"],
            ["unset", "channels"], ["config", "--append", "channels", "bioconda"],
        ]
        let calls =
            edits.map { (condarc, $0) } + [
                (condarc, ["check", "--fix", "HOME/.condarc"]),
                (keyring, ["migrate", "--org", "acme", "--remove-source"]),
                (keyring, ["doctor", "--fix"]), (keyring, ["remove", "--url", "https://repo.anaconda.cloud/repo/"]),
            ]
        for (program, arguments) in calls {
            let (root, home) = (try ScratchHome(), try ScratchHome())
            let condarcText = "channels:\n  - defaults\n  - defaults\n"
            try root.write(Array(condarcText.utf8), to: "condarc")
            try root.write(Array(token.utf8), to: "token")
            #expect(chmod("\(root.path)/token", 0o644) == 0)
            try FileManager.default.createDirectory(
                atPath: "\(home.path)/.config/binstar", withIntermediateDirectories: true)
            #expect(symlink("\(root.path)/condarc", "\(home.path)/.condarc") == 0)
            #expect(symlink("\(root.path)/token", "\(home.path)/\(place)") == 0)
            for name in ["", "/.config", "/.config/binstar", "/.condarc", "/\(place)"] {
                #expect(lchown(home.path + name, user, user) == 0)
            }
            let before = [root.status(of: "condarc"), root.status(of: "token")]
            let outcome = try program.run(arguments, in: home)
            #expect(root.text(of: "condarc") == condarcText && root.text(of: "token") == token, "\(arguments)")
            #expect([root.status(of: "condarc"), root.status(of: "token")] == before, "\(arguments) \(outcome)")
            #expect(home.text(of: ".anaconda/keyring")?.contains("eyJ") != true, "\(arguments): a token was copied out")
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
    func `root shows and copies nothing that a user's link leads to, with any command that reads`() throws {
        let (root, home) = (try ScratchHome(), try ScratchHome())
        let secret = "only-for-root-0123456789"
        try root.write(Array("channels: [\(secret)]\n".utf8), to: "condarc")
        try root.write(Array(secret.utf8), to: "token")
        try home.write(Array("offline: true\n".utf8), to: "other")
        for name in ["condarc", "token"] {
            #expect(chmod("\(root.path)/\(name)", 0o600) == 0)
            #expect(symlink("\(root.path)/\(name)", "\(home.path)/\(name == "condarc" ? ".condarc" : name)") == 0)
        }
        for name in ["", "/.condarc", "/token", "/other"] { #expect(lchown(home.path + name, user, user) == 0) }
        let file = "HOME/.condarc"
        let calls =
            [
                ["get"], ["get", "channels", "--file", file], ["check"], ["check", file], ["check", "HOME"],
                ["check", "--fix", "--diff", file], ["diff", file, "HOME/other"], ["diff", "HOME/other", file],
                ["apply", file, "--file", "HOME/other"], ["enforce", file, "--home", "HOME"],
                ["check", "--policy", file, "HOME/other"], ["show"], ["explain", "channels"], ["config", "--show"],
            ].map { (condarc, $0) }
            + [
                (keyring, ["set", "--store", "conda-token", "--token-file", "HOME/token"]), (keyring, ["report"]),
                (keyring, ["doctor"]),
            ]
        for (program, arguments) in calls {
            let outcome = try program.run(arguments, in: home)
            #expect(!(outcome.output + outcome.errors).contains(secret), "\(arguments) \(outcome)")
            #expect(home.text(of: "other") == "offline: true\n", "\(arguments)")
        }
        #expect(home.names == [".condarc", "other", "token"])
    }

    @Test func `a pipe in the place of a file that nobody named is refused, not waited for`() throws {
        let home = try ScratchHome()
        #expect(mkfifo("\(home.path)/.condarc", 0o600) == 0)
        // Those that look at every file of conda's leave out what is none, as conda does.
        for (arguments, status) in [
            (["get"], 4), (["append", "channels", "a"], 4), (["check"], 0), (["check", "HOME"], 0), (["show"], 0),
        ] as [([String], Int32)] {
            let outcome = try condarc.run(arguments, in: home)
            #expect(outcome.status == status, "\(arguments) \(outcome)")
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
    func `what root makes in a user's home belongs to that user`() throws {
        let home = try ScratchHome()
        #expect(chown(home.path, user, user) == 0)
        #expect(try condarc.run(["append", "channels", "bioconda"], in: home).status == 0)
        let set = ["set", "--store", "keyring", "--org", "acme", "--token-env", "A_TOKEN"]
        #expect(try keyring.run(set, in: home, environment: ["A_TOKEN": "made-up-token-0123456789"]).status == 0)
        for name in [".condarc", ".anaconda", ".anaconda/keyring"] {
            var status = stat()
            #expect(lstat("\(home.path)/\(name)", &status) == 0)
            #expect(status.st_uid == user && status.st_gid == user, "\(name)")
        }
    }

    // MARK: Other writers

    @Test(.enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
    func `root and the owner of a home edit one file at once, and no edit is lost`() throws {
        let home = try ScratchHome(condarc: "channels:\n  - a\n")
        // As an older version left it.
        try home.write([], to: "..condarc.condarc-toolkit-lock")
        for name in ["", "/.condarc"] { #expect(chown(home.path + name, user, user) == 0) }
        let owner = BuiltProgram(path: "/usr/bin/setpriv")
        let asOwner = ["--reuid=\(user)", "--regid=\(user)", "--clear-groups", condarc.path]
        let calls = try (0..<24).map { number in
            let edit = ["append", "channels", "channel-\(number)"]
            return try number % 2 == 0 ? condarc.start(edit, in: home) : owner.start(asOwner + edit, in: home)
        }
        for call in calls {
            let outcome = call.outcome()
            #expect(outcome.status == 0, "\(outcome)")
        }
        // Not before all have ended: Foundation does not wait for an edit that is being flushed.
        let text = try #require(home.text())
        for number in calls.indices { #expect(text.contains("  - channel-\(number)\n"), "\(number) is lost") }
        #expect(home.names == [".condarc"])
    }

    /// Stores one entry for each line that it reads, as anaconda-auth does, and tells what it wrote and when.
    private static let peer = """
        import base64, json, sys, time
        from anaconda_auth.token import AnacondaKeyring
        save = AnacondaKeyring._save
        def noted(self, data):
            save(self, data)
            entry = data.get("Anaconda Cloud", {}).get("anaconda.com")
            tokens = json.loads(base64.b64decode(entry))["repo_tokens"] if entry else []
            names = [token["org_name"] for token in tokens] + list(data.get("peer", {}))
            print(json.dumps({"end": time.monotonic_ns(), "names": names}), flush=True)
        AnacondaKeyring._save = noted
        keyring = AnacondaKeyring()
        print("ready", flush=True)
        for line in sys.stdin:
            keyring.set_password("peer", line.strip(), "x")
        """

    // What a peer that read before an edit writes after it cannot be told from a loss: only where all is tried.
    @Test(
        .enabled(if: PythonPeer.isAvailable, Comment(rawValue: PythonPeer.absence)),
        .enabled(if: ProcessInfo.processInfo.environment["CONDARC_TOOLKIT_ALL"] != nil, "only with Scripts/test --all"))
    func `two hundred writers, anaconda-auth among them, lose nothing that one of them could have kept`() throws {
        let home = try ScratchHome()
        try home.write(Array("{}".utf8), to: ".anaconda/keyring")
        let peer = Process()
        let interpreter = try #require(PythonPeer.interpreter)
        peer.executableURL = URL(fileURLWithPath: interpreter)
        peer.arguments = ["-c", Self.peer]
        peer.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        let (commands, answers) = (Pipe(), Pipe())
        (peer.standardInput, peer.standardOutput, peer.standardError) = (commands, answers, FileHandle.nullDevice)
        try peer.run()
        #expect(String(decoding: answers.fileHandleForReading.availableData, as: UTF8.self) == "ready\n")

        var started: [(name: String, at: UInt64, call: BuiltProgram.Call)] = []
        for number in 0..<180 {
            if number % 9 == 0 { commands.fileHandleForWriting.write(Data("peer-\(number / 9)\n".utf8)) }
            let name = "org-\(number)"
            let now = clock_gettime_nsec()
            let call = try keyring.start(
                ["set", "--store", "keyring", "--org", name, "--token-env", "A_TOKEN"], in: home,
                environment: ["A_TOKEN": "made-up-token-of-\(name)-0123456789"])
            started.append((name, now, call))
        }
        let outcomes = started.map { ($0.name, $0.at, $0.call.outcome()) }
        try commands.fileHandleForWriting.close()
        let log = String(decoding: answers.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        peer.waitUntilExit()
        #expect(peer.terminationStatus == 0)

        struct Save: Decodable {
            let end: UInt64
            let names: [String]
        }
        let saves = try log.split(separator: "\n").map { try JSONDecoder().decode(Save.self, from: Data($0.utf8)) }
        #expect(saves.count == 20)
        let content = try #require(home.bytes(of: ".anaconda/keyring"))
        let kept = try names(in: content)
        // The peer writes one after the other, and each time what it read and one entry more: none of its own may go.
        for number in 0..<20 { #expect(kept.contains("peer-\(number)")) }
        for (name, start, outcome) in outcomes {
            #expect(outcome.status == 0 || outcome.status == 4 && outcome.errors.contains("run it again"), "\(outcome)")
            // Gone only by a save of the peer that was done after it, and that had been read before it.
            let isOverwritten = saves.contains { $0.end > start && !$0.names.contains(name) }
            #expect(outcome.status != 0 || kept.contains(name) || isOverwritten, "\(name) is lost")
        }
        #expect(outcomes.contains { $0.2.status == 0 })
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/.anaconda") == ["keyring"])
    }

    private func clock_gettime_nsec() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func names(in keyring: [UInt8]) throws -> Set<String> {
        let services = try #require(
            try JSONSerialization.jsonObject(with: Data(keyring)) as? [String: [String: String]])
        let entry = try #require(services["Anaconda Cloud"]?["anaconda.com"])
        let decoded = try #require(Data(base64Encoded: entry))
        let payload = try #require(try JSONSerialization.jsonObject(with: decoded) as? [String: Any])
        let tokens = payload["repo_tokens"] as? [[String: Any]] ?? []
        return Set(tokens.compactMap { $0["org_name"] as? String } + Array((services["peer"] ?? [:]).keys))
    }
}
