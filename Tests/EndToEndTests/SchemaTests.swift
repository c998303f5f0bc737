import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: PythonCheckers.interpreter != nil, "check-jsonschema cannot be installed here"))
struct `The JSON Schema` {
    let program: BuiltProgram
    let home: ScratchHome

    init() throws {
        program = try BuiltProgram("condarc-tool")
        home = try ScratchHome()
        let schema = try program.run(["schema"], in: home)
        try home.write(Array(schema.output.utf8), to: "schema.json")
    }

    private func checker(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try PythonCheckers.run(
            try #require(PythonCheckers.interpreter), ["-m", "check_jsonschema"] + arguments, in: home.path)
    }

    /// The names of files that a schema refuses.
    private func refused(_ names: [String], by schema: String = "schema.json") throws -> Set<String> {
        let outcome = try checker(["--default-filetype", "yaml", "--schemafile", schema, "-o", "json"] + names)
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let errors = json?["errors"] as? [[String: Any]] ?? []
        let parseErrors = json?["parse_errors"] as? [[String: Any]] ?? []
        return Set((errors + parseErrors).compactMap { $0["filename"] as? String })
    }

    @Test func `is a schema by its own metaschema`() throws {
        #expect(try checker(["--check-metaschema", "schema.json"]).status == 0)
    }

    @Test func `says in draft-07 of every recorded mistake what it says in 2020-12, and refuses none that is mended`()
        throws
    {
        let schema = try program.run(["schema", "--draft", "07"], in: home)
        try home.write(Array(schema.output.utf8), to: "draft-07.json")
        #expect(try checker(["--check-metaschema", "draft-07.json"]).status == 0)
        let lines = try String(contentsOfFile: PackagePlaces.root + "/Fixtures/mistakes.jsonl", encoding: .utf8)
        var names: (bad: [String], mended: [String]) = ([], [])
        for (number, line) in lines.split(separator: "\n").enumerated() {
            let mistake = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            func write(_ holder: Any?, to name: String) throws -> Bool {
                let files = (holder as? [String: Any])?["files"] as? [String: String]
                guard let text = files?["t.yml"] else { return false }
                try home.write(Array(text.utf8), to: name)
                return true
            }
            guard (mistake?["arguments"] as? [String]) == ["condarc-tool", "check", "t.yml"] else { continue }
            if try write(mistake, to: "\(number)-bad.yml") { names.bad.append("\(number)-bad.yml") }
            if try write(mistake?["remedy"], to: "\(number)-mended.yml") { names.mended.append("\(number)-mended.yml") }
        }
        let older = try refused(names.bad + names.mended, by: "draft-07.json")
        #expect(try older == refused(names.bad + names.mended))
        #expect(older.count > 60 && older.isDisjoint(with: names.mended))
    }

    @Test func `refuses of real files those with parameters that conda no longer has`() throws {
        let corpus = PackagePlaces.shared + "/corpus"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: corpus)) ?? []).filter { $0 != "README.md" }
        for name in names {
            try home.write(Array(try Data(contentsOf: URL(fileURLWithPath: "\(corpus)/\(name)"))), to: name)
        }
        let expected = Set(
            names.filter { name in
                ["restore_free_channel", "allow_other_channels"].contains {
                    home.text(of: name)?.contains("\n\($0):") ?? false
                }
            })
        #expect(try names.isEmpty ? true : refused(names) == expected)
    }

    /// Texts, and whether conda takes them.
    static let cases: [(String, Bool)] = [
        ("", true), ("{}", true), ("channels:", true), ("channels: []", true), ("channels: [a, 1, true]", true),
        ("channels: a", false), ("channels: {a: b}", false), ("channels: [[a]]", false), ("channel: [a]", true),
        ("chanels: [a]", false), ("plugins: {x: [1]}", true), ("plugins: [x]", false), ("plugins:", true),
        ("always_yes: true", true), ("always_yes: yes", true), ("always_yes: 'ON'", true), ("always_yes: ~", true),
        ("always_yes: 'none'", true), ("always_yes: '0'", true), ("always_yes: 1.5", true),
        ("always_yes: maybe", false),
        ("always_yes: [true]", false), ("offline: non", true), ("offline:", true), ("offline: 'null'", false),
        ("offline: t", false), ("offline: ' No '", true), ("offline: ''", true),
        ("verbosity: 3", true), ("verbosity: '3'", true), ("verbosity: +3", true), ("verbosity: 1_000", true),
        ("verbosity: 1.5", true), ("verbosity: true", true), ("verbosity: '1.5'", false), ("verbosity:", false),
        ("verbosity: many", false), ("remote_read_timeout_secs: 1e3", true), ("remote_read_timeout_secs: '5.'", true),
        ("remote_read_timeout_secs: '.5'", true), ("remote_read_timeout_secs: inf", true),
        ("remote_read_timeout_secs: long", false), ("remote_read_timeout_secs:", false),
        ("local_repodata_ttl: 300", true), ("local_repodata_ttl: off", true), ("local_repodata_ttl: 1.5", false),
        ("local_repodata_ttl: y", false), ("channel_priority: strict", true), ("channel_priority: STRICT", true),
        ("channel_priority: Strict", false), ("channel_priority: true", true), ("channel_priority: 'No'", true),
        ("channel_priority: 1", false), ("safety_checks: warn", true), ("safety_checks: true", false),
        ("channel_alias: https://x.example", true), ("channel_alias: ''", true), ("channel_alias: x.example", false),
        ("channel_alias: HTTPS://x.example", false), ("channel_alias: 3", false),
        ("default_python: '3.12'", true), ("default_python: 3.12", true), ("default_python: none", true),
        ("default_python:", true), ("default_python: '4.0'", false), ("default_python: '3'", false),
        ("default_python: 4.5", false), ("list_fields: [name, version]", true), ("list_fields: [nome]", false),
        ("ssl_verify: truststore", true), ("ssl_verify: false", true), ("ssl_verify: [a]", false),
        ("verify_ssl: false", true), ("verify_ssl: true\nssl_verify: true", false),
        ("proxy_servers: {http: x, https: null}", true), ("proxy_servers: [x]", false),
        ("proxy_servers: {http: [x]}", false),
        ("custom_multichannels: {x: [a], y: null}", true), ("custom_multichannels: {x: a}", false),
        ("channel_settings: [{channel: x, auth: y}]", true), ("channel_settings: [x]", false),
        ("channel_settings: {channel: x}", false), ("conda-build: {root-dir: x}", true), ("[a]", false), ("a", false),
    ]

    @Test func `takes and refuses what check does`() throws {
        let names = Self.cases.indices.map { String(format: "%03d.yml", $0) }
        for (name, (text, _)) in zip(names, Self.cases) { try home.write(Array("\(text)\n".utf8), to: name) }
        let refused = try refused(names)
        let rules = "syntax,unknown-parameter,alias-conflict,wrong-type,invalid-choice,invalid-value"
        let checked = try program.run(["check", "--select", rules] + names, in: home)
        let found = Set(
            checked.output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
        for (name, (text, isValid)) in zip(names, Self.cases) {
            #expect(!refused.contains(name) == isValid, "the schema on: \(text)")
            #expect(!found.contains(name) == isValid, "check on: \(text)")
        }
    }
}
