import Foundation
import TestSupport
import Testing

/// The README's table of JSON answers, held against what the programs answer.
@Suite struct `The README's table of answers` {
    /// A command line, and the row that is about it, by the row's first words.
    struct Example: Sendable {
        let row: String
        let command: String
        /// What stands on standard input.
        var input = ""
        /// What is written before it.
        var file: (name: String, text: String)?

        init(
            _ row: String, _ command: String, token: String? = nil, input: String = "",
            file: (name: String, text: String)? = nil
        ) {
            self.row = row
            self.command = command
            // A made-up token of that name.
            self.input = token.map { "made-up-0123456789abcdef-\($0)\n" } ?? input
            self.file = file
        }
    }

    static let examples = [
        Example("every command that fails", "condarc-tool get", file: (".condarc", "channels: [a\n")),
        Example("every command that fails", "condarc-tool show defaults"),
        Example("edits", "condarc-tool append channels conda-forge --diff --backup", file: (".condarc", condarc)),
        Example("edits", "condarc-tool remove channels nobody"),
        Example("edits", "condarc-tool append channels a --file -", input: "channels: []\n"),
        Example("`get`", "condarc-tool get"),
        Example("`show`", "condarc-tool show --origin"),
        Example("`sources`", "condarc-tool sources"),
        Example("`explain KEY`", "condarc-tool explain channels"),
        Example("`explain KEY`", "condarc-tool explain proxy_servers"),
        Example("`explain CHANNEL`", "condarc-tool explain conda-forge"),
        Example("`explain CHANNEL`", "condarc-tool explain defaults"),
        Example("`check`", "condarc-tool check fix.yml", file: ("fix.yml", "channels: [a, a]\n")),
        Example("`check`", "condarc-tool check --fix --diff --backup fix.yml"),
        Example("`check`", "condarc-tool check --fix -", input: "channels: [a, a]\n"),
        Example("`check`", "condarc-tool check a.yml", file: ("a.yml", "channels: [a, a]\n")),
        Example("`check`", "condarc-tool check --fix --backup a.yml b.yml", file: ("b.yml", "channels: [b, b]\n")),
        Example("`check --explain`", "condarc-tool check --explain duplicate-channel"),
        Example("`describe`", "condarc-tool describe channel_priority channels"),
        Example("`diff`", "condarc-tool diff .condarc other.yml", file: ("other.yml", "channels: [a]  #!final\n")),
        Example("`paths`", "condarc-tool paths"),
        Example(
            "`enforce`", "condarc-tool enforce policy.yml --check --diff",
            file: ("policy.yml", "version: 1\nrequire:\n  channel_priority: strict\n")),
        Example(
            "`enforce`", "condarc-tool enforce policy.yml --backup --home . --home two", file: ("two/.condarc", "")),
        Example("`explain KEY`", "condarc-tool explain channel_priority --policy policy.yml"),
        Example("`show`", "condarc-tool show channels --origin", file: (".condarc", "channels: [a\n")),
        Example("`--version`", "condarc-tool --version", file: (".condarc", condarc)),
        Example("`--version`", "keyring-tool help set"),
        Example("`completion`", "condarc-tool completion bash"),
        Example("`keyring-tool set`", "keyring-tool set --store conda-token", token: "site"),
        Example(
            "`keyring-tool set`", "keyring-tool set --store conda-token --url https://api.anaconda.org", token: "login"),
        Example("`keyring-tool set`", "keyring-tool set --store keyring --org acme", token: "own"),
        Example("`report`", "keyring-tool report --expires-within 30"),
        Example("`keyring-tool get`", "keyring-tool get --org acme"),
        Example("`keyring-tool remove`", "keyring-tool remove --everywhere --org acme -n"),
        Example(
            "`keyring-tool remove`", "keyring-tool logout -n",
            file: (".anaconda/keyring.bak", "ab-00000000-1111-2222-3333-444444444444")),
        Example("`migrate`", "keyring-tool migrate --org acme --configure-condarc -n --on-conflict replace"),
        Example("`migrate`", "keyring-tool migrate --org acme -n --on-conflict keep"),
        Example("`rotate`", "keyring-tool rotate --org acme -n", token: "new"),
        Example("`sync`", "keyring-tool sync --to mamba --org acme -n"),
        Example("`which`", "keyring-tool which https://repo.anaconda.cloud/repo/acme/main"),
        Example("`which`", "keyring-tool which defaults"),
        Example("`doctor`", "keyring-tool doctor"),
        Example("`rotate`", "keyring-tool rotate --org acme -n", token: "new", file: (".anaconda/keyring", "{")),
        Example(
            "`keyring-tool paths`", "keyring-tool paths",
            file: (".anaconda/config.toml", "[plugin.auth]\npreferred_token_storage = \"nowhere\"\n")),
    ]

    private static let condarc =
        "channels: #!final\n  - defaults #!top\n  - defaults\n  - https://u:made-up-pw@h.example/x\n"
        + "proxy_servers: {http: http://h.example}\n"

    @Test func `names every member of every answer, and none that there is not`() throws {
        let home = try ScratchHome()
        let rows = try Self.rows()
        var seen: [String: Set<String>] = [:]
        var members = Members()
        for example in Self.examples {
            if let file = example.file { try home.write(Array(file.text.utf8), to: file.name) }
            var arguments = example.command.split(separator: " ").map(String.init)
            let program = try BuiltProgram(arguments.removeFirst())
            let answer = try program.run(arguments + ["--json"], in: home, input: example.input).output
            let row = try #require(rows.first { $0.heads.hasPrefix(example.row) }, "\(example.row)")
            let own = rows.filter { row.borrows(from: $0) } + [row]
            let known = own.reduce(into: Set()) { $0.formUnion($1.names) }
            members.olderNames = own.flatMap(\.olderNames)
            let value = try JSONSerialization.jsonObject(with: Data(answer.utf8))
            members.add(value, of: example.command)
            let names = Self.names(in: value)
            #expect(names.subtracting(known).isEmpty, "\(example.command): \(answer)")
            seen[row.heads, default: []].formUnion(names)
        }
        #expect(seen.count >= rows.count - 1)
        for row in rows {
            let missing = row.names.subtracting(seen[row.heads] ?? row.names).subtracting(Self.refusals)
            #expect(missing.isEmpty, "\(row.heads)")
        }
        let older = Set(rows.flatMap(\.olderNames).map(\.name))
        #expect(older.count > 15 && older == members.seenOlder)
        for (name, kinds) in members.kinds where kinds.count > 1 { Issue.record("\(name): \(kinds)") }
    }

    /// What all answers have under each name.
    private struct Members {
        /// Those of the answer that is looked at now.
        var olderNames: [OlderName] = []
        private(set) var seenOlder: Set<String> = []
        /// By name, and then by the kind of value: who answers so.
        private(set) var kinds: [String: [String: String]] = [:]

        /// Values of conda's parameters, which have any type.
        static let anything: Set = ["value", "default", "default_value", "item", "a", "b", "of"]

        mutating func add(_ value: Any, of command: String) {
            if let list = value as? [Any] { return list.forEach { add($0, of: command) } }
            guard let object = value as? [String: Any] else { return }
            for (name, member) in object where !Members.anything.contains(name) {
                if name == "values" || name == "settings" || name == "summary" && member is [String: Any] { continue }
                if name == "origins", let map = member as? [String: Any] {
                    for list in map.values { add(list, of: command) }
                } else {
                    add(member, of: command)
                }
                if let present = olderNames.first(where: { $0.name == name && object[$0.present] != nil })?.present {
                    seenOlder.insert(name)
                    #expect((member as? NSObject) == (object[present] as? NSObject), "\(command): \(name)")
                } else if let kind = Self.kind(of: member) {
                    kinds[name, default: [:]][kind] = command
                }
            }
        }

        /// Nil for null.
        private static func kind(of value: Any) -> String? {
            switch value {
            case is NSNull: nil
            case is String: "text"
            case is [String: Any]: "object"
            case let list as [Any]: list.first.flatMap { kind(of: $0) }.map { "list of \($0)" }
            case let number as NSNumber: String(cString: number.objCType) == "c" ? "boolean" : "number"
            default: "unknown"
            }
        }
    }

    /// A name that stays beside the present one.
    private struct OlderName {
        let name: String
        let present: String
    }

    private struct Row {
        let heads: String
        let text: String
        let names: Set<String>

        var olderNames: [OlderName] {
            let parts = text.components(separatedBy: "` or `")
            return zip(parts, parts.dropFirst()).map { before, after in
                OlderName(
                    name: after.components(separatedBy: "`")[0], present: before.components(separatedBy: "`").last ?? ""
                )
            }
        }

        /// Whether a row says that members of another one stand in its answers too.
        func borrows(from other: Row) -> Bool {
            other.heads.hasPrefix("edits") && text.contains("of an edit")
                || other.heads.hasPrefix("every")
                || other.heads == "`report`" && text.contains("`report`")
        }
    }

    private static func rows() throws -> [Row] {
        let text = try String(contentsOfFile: PackagePlaces.root + "/README.md", encoding: .utf8)
        let table = try #require(text.components(separatedBy: "| JSON of | has beside `schema` |\n").last)
        return table.components(separatedBy: "\n").dropFirst().prefix { $0.hasPrefix("| ") }.map { line in
            let cells = line.dropFirst(2).components(separatedBy: " | ")
            // Every second part of a text with code in it is code; options and commands are no members.
            let code = cells[1].components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            let others: Set = ["show --origin", "remove", "report"]
            return Row(
                heads: cells[0], text: cells[1], names: Set(code.filter { !$0.hasPrefix("-") }).subtracting(others))
        }
    }

    /// What the system refuses to write: no account is refused alike.
    private static let refusals: Set = ["errors"]

    /// Members that are named by the user: their own names are no part of the format.
    private static let data: Set = ["values", "settings", "origins"]

    private static func names(in value: Any) -> Set<String> {
        switch value {
        case let list as [Any]: return list.reduce(into: []) { $0.formUnion(names(in: $1)) }
        case let object as [String: Any]:
            return object.reduce(into: Set(object.keys)) { found, member in
                if Members.anything.contains(member.key) { return }
                guard data.contains(member.key), let map = member.value as? [String: Any] else {
                    found.formUnion(names(in: member.value))
                    return
                }
                for value in map.values where member.key == "origins" { found.formUnion(names(in: value)) }
            }
            .subtracting(["schema"])
        default: return []
        }
    }
}
