import Foundation
import LosslessJSON
import TestSupport
import Testing

/// A policy over homes of real users, each of whom would like root to do something else.
@Suite(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
struct EnforceAsRootTests {
    private let condarc: BuiltProgram
    private let machine: ScratchHome
    private let ann: uid_t = 61_201
    private let bob: uid_t = 61_202

    private static let before = "# mine\nchannels: [defaults, a]\n"
    private static let after = "# mine\nchannels: [a]\n"

    init() throws {
        condarc = try BuiltProgram("condarc-tool")
        machine = try ScratchHome()
        // The homes can be reached by those to whom they belong.
        chmod(machine.path, 0o755)
        try machine.write(Array("version: 1\nforbid: {channels: [defaults]}\n".utf8), to: "policy.yml")
    }

    /// Writes a file that belongs to a user, as the directories do that are made for it.
    private func give(_ name: String, _ text: String = Self.before, to user: uid_t, mode: mode_t = 0o644) throws {
        try machine.write(Array(text.utf8), to: name)
        #expect(chmod("\(machine.path)/\(name)", mode) == 0)
        own(name, user)
    }

    /// Gives away what lies on the way to a name below the machine's own directory, and what is there.
    private func own(_ name: String, _ user: uid_t) {
        var passed = machine.path
        for part in name.split(separator: "/") {
            passed += "/\(part)"
            #expect(lchown(passed, user, user) == 0)
        }
    }

    private func makeLink(_ name: String, to target: String, of user: uid_t) throws {
        let directory = URL(fileURLWithPath: "\(machine.path)/\(name)").deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        #expect(symlink(target, "\(machine.path)/\(name)") == 0)
        own(name, user)
    }

    private func owner(_ name: String) -> [uid_t]? {
        var status = stat()
        guard lstat("\(machine.path)/\(name)", &status) == 0 else { return nil }
        return [status.st_uid, status.st_gid]
    }

    private func enforce(_ homes: String...) throws -> (outcome: BuiltProgram.Outcome, rules: [JSONValue]) {
        let outcome = try condarc.run(
            ["enforce", "HOME/policy.yml", "--json", "--home"] + homes.map { "HOME/\($0)" }, in: machine)
        return (outcome, try Self.rules(outcome))
    }

    private static func rules(_ outcome: BuiltProgram.Outcome) throws -> [JSONValue] {
        let result = try JSONDocument(Array(outcome.output.utf8)).root.value
        guard case .array(let violations)? = result["violations"] else { return [] }
        return violations.map { $0["rule"] ?? .null }
    }

    @Test func `a mended file keeps its owner, group and mode, and a new one is its home's owner's`() throws {
        try give("ann/.condarc", to: ann, mode: 0o640)
        #expect(chown("\(machine.path)/ann/.condarc", ann, bob) == 0)
        try give("bob/notes", "", to: bob)
        #expect(try enforce("ann", "bob").outcome.status == 0)
        #expect(machine.text(of: "ann/.condarc") == Self.after)
        #expect(owner("ann/.condarc") == [ann, bob])
        #expect(machine.status(of: "ann/.condarc").map { $0.mode & 0o7777 } == 0o640)
        #expect(machine.text(of: "bob/.condarc") == "default_channels: []\n")
        #expect(owner("bob/.condarc") == [bob, bob])
        let written = [machine.status(of: "ann/.condarc"), machine.status(of: "bob/.condarc")]
        #expect(try enforce("ann", "bob").rules == [])
        #expect([machine.status(of: "ann/.condarc"), machine.status(of: "bob/.condarc")] == written)
    }

    @Test(arguments: [
        (".condarc", "../outside/root"), (".condarc", "MACHINE/outside/root"), (".condarc", "../outside/bobs"),
        (".condarc", "../outside/own"), (".config/conda", "../../outside"), (".conda", "MACHINE/outside"),
        (".condarc", "/dev/zero"), (".condarc", ".condarc"),
    ])
    func `no link is followed out of a home, whoever owns what is there`(name: String, target: String) throws {
        try machine.write(Array(Self.before.utf8), to: "outside/root")
        try machine.write(Array(Self.before.utf8), to: "outside/condarc")
        for (name, user) in [("bobs", bob), ("own", ann)] {
            try machine.write(Array(Self.before.utf8), to: "outside/\(name)")
            #expect(chown("\(machine.path)/outside/\(name)", user, user) == 0)
        }
        try makeLink("ann/\(name)", to: target.replacingOccurrences(of: "MACHINE", with: machine.path), of: ann)
        if name != ".condarc" { try give("ann/.condarc", Self.after, to: ann) }
        let outside = ["root", "condarc", "bobs", "own"].map { machine.status(of: "outside/\($0)") }
        let (outcome, rules) = try enforce("ann")
        #expect(rules.contains("unreadable"), "\(outcome)")
        #expect(outcome.status == 1)
        #expect(["root", "condarc", "bobs", "own"].map { machine.status(of: "outside/\($0)") } == outside)
        #expect(owner("ann/\(name)") == [ann, ann])
        #expect(!outcome.output.contains("# mine"))
    }

    @Test func `nothing is made where a link leads to nothing`() throws {
        try machine.write([], to: "outside/x")
        try makeLink("ann/.condarc", to: "\(machine.path)/outside/new", of: ann)
        #expect(try enforce("ann").rules == ["unreadable"])
        #expect(owner("outside/new") == nil)
    }

    @Test(arguments: ["dots/condarc", "MACHINE/ann/dots/condarc"])
    func `a link within a home stays one, and its target is mended`(target: String) throws {
        try give("ann/dots/condarc", to: ann)
        try makeLink("ann/.condarc", to: target.replacingOccurrences(of: "MACHINE", with: machine.path), of: ann)
        #expect(try enforce("ann").outcome.status == 0)
        #expect(machine.text(of: "ann/dots/condarc") == Self.after)
        #expect(owner("ann/dots/condarc") == [ann, ann])
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: "\(machine.path)/ann/.condarc").hasSuffix(
                "dots/condarc"))
    }

    @Test func `what is no file of the user's own is told, and the next home is held all the same`() throws {
        try give("ann/other", to: ann)
        try give("hard/x", "", to: bob)
        #expect(link("\(machine.path)/ann/other", "\(machine.path)/hard/.condarc") == 0)
        try give("pipe/x", "", to: bob)
        #expect(mkfifo("\(machine.path)/pipe/.condarc", 0o644) == 0)
        own("pipe/.condarc", bob)
        try give("large/.condarc", "", to: bob)
        #expect(truncate("\(machine.path)/large/.condarc", 1 << 32) == 0)
        try give("deep/.condarc", String(repeating: "[", count: 100_000), to: bob)
        try give("bob/.condarc", to: bob)
        let (outcome, rules) = try enforce("hard", "pipe", "large", "deep", "none", "bob")
        #expect(
            rules == ["unreadable", "unreadable", "unreadable", "invalid", "unreadable", "forbidden-channel"],
            "\(outcome)")
        #expect(outcome.status == 1)
        #expect(machine.text(of: "ann/other") == Self.before)
        #expect(machine.text(of: "bob/.condarc") == Self.after)
    }

    @Test func `a file whose name is no text is told, since conda reads it`() throws {
        try give("ann/.config/conda/condarc.d/x", to: ann)
        let directory = "\(machine.path)/ann/.config/conda/condarc.d"
        let name: [CChar] = (directory + "/").utf8CString.dropLast() + [-1] + ".yml".utf8CString
        #expect(rename("\(directory)/x", name) == 0)
        try give("ann/.condarc", Self.after, to: ann)
        let (outcome, rules) = try enforce("ann")
        #expect(rules == ["unreadable"], "\(outcome)")
        #expect(outcome.status == 1)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
    func `a home that may not be entered is a violation for a user`() throws {
        try give("ann/.condarc", Self.after, to: ann)
        try give("bob/.condarc", to: bob)
        #expect(chmod("\(machine.path)/bob", 0o700) == 0)
        let outcome = try BuiltProgram(path: "/usr/bin/setpriv").run(
            [
                "--reuid", "\(ann)", "--regid", "\(ann)", "--clear-groups", condarc.path, "enforce", "HOME/policy.yml",
                "--check", "--json", "--home", "HOME/ann", "HOME/bob",
            ], in: machine)
        #expect(try Self.rules(outcome) == ["unreadable"], "\(outcome)")
        #expect(outcome.status == 1)
    }

    @Test(.enabled(if: BareRoot.isPossible, "only static programs run in a root of their own"))
    func `all homes are those of the password database that are there`() throws {
        let root = try BareRoot("condarc-tool")
        let place = root.home.path
        try root.home.write(
            Array(
                """
                root:x:0:0:root:/root:/bin/bash
                daemon:x:1:1:daemon:/srv:/usr/sbin/nologin
                ann:x:\(ann):\(ann)::/home/ann:/bin/bash
                ann2:x:\(ann):\(ann)::/home/bob/../ann/:/bin/bash
                bob:x:\(bob):\(bob)::/home/bob:/bin/zsh
                gone:x:61203:61203::/home/gone:/bin/bash
                relative:x:61204:61204::work:/bin/bash
                empty:x:61205:61205:::/bin/bash
                damaged:x
                +::::::

                """.utf8), to: "etc/passwd")
        try root.home.write(Array("version: 1\nrequire: {offline: true}\n".utf8), to: "policy.yml")
        for name in ["srv/x", "work/x", "opt/conda/x"] { try root.home.write([], to: name) }
        try root.home.write(Array("# ann's\noffline: false\n".utf8), to: "home/ann/.condarc")
        try root.home.write([], to: "home/bob/x")
        for (name, user) in [("ann", ann), ("ann/.condarc", ann), ("bob", bob)] {
            #expect(chown("\(place)/home/\(name)", user, user) == 0)
        }
        let command = ["enforce", "/policy.yml", "--all-homes", "--json"]
        let outcome = try root.run(command)
        // A service's directory gets no file, and so it need not have one.
        #expect(outcome.status == 0)
        #expect(try Self.rules(outcome) == ["required", "required"], "\(outcome)")
        #expect(root.home.text(of: "home/ann/.condarc") == "# ann's\noffline: true\n")
        #expect(root.home.text(of: "home/bob/.condarc") == "offline: true\n")
        for name in ["srv/.condarc", "work/.condarc", ".condarc", "opt/conda/.condarc"] {
            #expect(root.home.text(of: name) == nil, "\(name)")
        }
        var status = stat()
        #expect(lstat("\(place)/home/bob/.condarc", &status) == 0)
        #expect(status.st_uid == bob && status.st_gid == bob)
        let again = try root.run(command)
        #expect(again.status == 0 && again.output.contains("\"changed\": false"), "\(again)")
        // Who knows of no home cannot say that all of them are as they should be.
        let text = command.filter { $0 != "--json" }
        for database in ["", "gone:x:61203:61203::/home/gone:/bin/bash\n"] {
            try root.home.write(Array(database.utf8), to: "etc/passwd")
            let none = try root.run(text)
            #expect(none.status == 0 && none.errors.contains("warning: no home of /etc/passwd was found"), "\(none)")
            #expect(none.errors.contains("nothing was looked at") && !none.errors.contains("holds"), "\(none)")
        }
        #expect(unlink("\(place)/etc/passwd") == 0)
        let missing = try root.run(text)
        #expect(missing.status == 4 && missing.errors.contains("there is no /etc/passwd"), "\(missing)")
        #expect(mkdir("\(place)/etc/passwd", 0o755) == 0)
        let unreadable = try root.run(text)
        #expect(unreadable.status == 4 && unreadable.errors.contains("/etc/passwd is a directory"), "\(unreadable)")
    }

    @Test(.enabled(if: BareRoot.isPossible, "only static programs run in a root of their own"))
    func `what a service has in its directory must not differ`() throws {
        let root = try BareRoot("condarc-tool")
        try root.home.write(Array("daemon:x:1:1:daemon:/srv:/usr/sbin/nologin\n".utf8), to: "etc/passwd")
        try root.home.write(Array("version: 1\nrequire: {offline: true}\n".utf8), to: "policy.yml")
        let command = ["enforce", "/policy.yml", "--all-homes", "--json"]
        try root.home.write(Array("offline: false\n".utf8), to: "srv/.config/conda/condarc")
        #expect(try Self.rules(root.run(command)) == ["required"])
        #expect(root.home.text(of: "srv/.config/conda/condarc") == "offline: true\n")
    }
}
