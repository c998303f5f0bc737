import Foundation
import LosslessJSON
import TestSupport
import Testing

@testable import KeyringTool

/// What the real conda sent, recorded, against what `which` says.
@Suite struct WhichCommandRecordingsTests {
    struct Recording: Sendable {
        let id: String
        let value: JSONValue

        static let all: [Recording] = {
            let path = PackagePlaces.root + "/Fixtures/golden/which.jsonl"
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return text.split(separator: "\n").compactMap { line in
                guard let value = try? JSONDocument(Array(line.utf8)).root.value, let id = value["id"]?.string else {
                    return nil
                }
                return Recording(id: id, value: value)
            }
        }()
    }

    /// A credential as `way ENDING`: tokens differ in their last four characters.
    private func sent(_ value: JSONValue?) -> Set<String> {
        var found: Set<String> = []
        if let header = value?["authorization"]?.string {
            let parts = header.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            found.insert("\(parts[0].lowercased()) \(ending(parts.count > 1 ? String(parts[1]) : ""))")
        }
        if let basic = value?["basic"]?.string {
            let password = basic.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
            found.insert("basic \(ending(String(password)))")
        }
        if let token = value?["url_token"]?.string, !token.isEmpty { found.insert("url \(ending(token))") }
        return found
    }

    private func ending(_ text: String) -> String {
        // What is too short to be shown in part, and what ends in a blank, is compared by its way alone.
        text.utf8.count < 16 || text.hasSuffix(" ") || text.hasSuffix("\n") ? "…" : String(text.suffix(4))
    }

    private func said(_ answer: JSONValue, _ names: String...) -> Set<String> {
        Set(
            names.compactMap { name -> String? in
                guard let credential = answer[name], credential != .null else { return nil }
                let way = credential["header"]?.string?.lowercased() ?? "url"
                let shown = credential["redacted"]?.string ?? ""
                return "\(way) \(shown == "…" ? "…" : String(shown.suffix(4)))"
            })
    }

    @Test(arguments: Recording.all)
    func `which says what conda sent`(recording: Recording) throws {
        let machine = try RecordedMachine()
        try machine.lay(out: recording.value)
        let answer = machine.which(recording.value)
        #expect(said(answer, "credential", "also") == sent(recording.value["sent"]), "\(recording.id)")
        #expect((answer["aborts"] != .null) == (recording.value["abort"] != nil), "\(recording.id)")
        if recording.value["server"] != nil {
            let again = sent(recording.value["retried"]).filter { !$0.hasPrefix("url") }
            #expect(said(answer, "retry") == again, "\(recording.id)")
        }
        #expect(answer["client"]?["anaconda_auth"] == recording.value["anaconda_auth"], "\(recording.id)")
    }

    @Test func `there are recordings`() { #expect(Recording.all.count > 500) }
}

/// Home and base installation of one recording.
private struct RecordedMachine {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private var home: String { directory.path + "/home" }
    private var root: String { directory.path + "/root" }

    /// `HOME` and `ROOT` as words of their own stand for the directories.
    private func filled(_ text: String) -> String {
        let bytes = Array(text.utf8)
        func isPart(_ byte: UInt8, _ others: String) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || others.utf8.contains(byte)
        }
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let place = [("HOME", home), ("ROOT", root)].first { bytes[index...].starts(with: $0.0.utf8) }
            let isAlone =
                !(index > 0 && isPart(bytes[index - 1], "_$%{.-"))
                && !(index + 4 < bytes.count && isPart(bytes[index + 4], "_%}.-"))
            if let place, isAlone {
                out += place.1.utf8
                index += 4
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    func lay(out recording: JSONValue) throws {
        try directory.write("", to: "root/conda-meta/history")
        try directory.write("", to: "home/.keep")
        for member in members(of: recording["files"]) {
            try directory.write(filled(member.value.string ?? ""), to: filled(member.name))
        }
        for member in members(of: recording["files_b64"]) {
            let data = Data(base64Encoded: member.value.string ?? "") ?? Data()
            try directory.write(data, to: filled(member.name))
        }
    }

    func which(_ recording: JSONValue) -> JSONValue {
        var environment = ["HOME": home, "PATH": "/usr/bin:/bin", "CONDA_ROOT": root]
        for member in members(of: recording["env"]) { environment[member.name] = filled(member.value.string ?? "") }
        let process = RecordedProcess(input: "")
        _ = process.run(
            KeyringTool.program, ["which", "--json", "--root", root, "--", recording["url"]?.string ?? ""],
            environment: environment, workingDirectory: home, terminalWidth: nil)
        return (try? JSONDocument(Array(process.output.utf8)).root.value) ?? .null
    }

    private func members(of value: JSONValue?) -> [JSONValue.Member] {
        if case .object(let members)? = value { members } else { [] }
    }
}

extension JSONValue {
    fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}
