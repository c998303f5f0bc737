import CondarcTool
import Foundation
import HostPlatform
import KeyringTool
import LosslessJSON
import TestSupport

@testable import CommandLineKit
@testable import CondaCredentials

extension FuzzTarget {
    /// Command lines: the program's name, its arguments and, behind a NUL, its input, a line each. Both programs run in
    /// this process, on a home directory of their own: they end as they should, and show none of its secrets.
    static let arguments = FuzzTarget(name: "arguments", quickRuns: 2_000, dependsOnMachine: true) { (bytes: [UInt8]) in
        let parts = bytes.parts(2)
        var words = String(decoding: parts[0], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let program = words.removeFirst() == "keyring-tool" ? KeyringTool.program : CondarcTool.program
        guard words.count < 40, words.allSatisfy(staysAtHome), let home = try? SecretHome.fresh() else { return }
        let before = home.state
        let process = RecordedProcess(inputBytes: parts[1])
        // What is relative is so to the process, whose directory libFuzzer's own files are relative to.
        let own = FileManager.default.currentDirectoryPath
        guard FileManager.default.changeCurrentDirectoryPath(home.path) else { return }
        let status = process.run(
            program, words, environment: ["HOME": home.path, "CONDA_ROOT": home.path + "/root", "PATH": "/nowhere"],
            workingDirectory: home.path)
        promise(FileManager.default.changeCurrentDirectoryPath(own), "back in \(own)")
        if status == .usage { promise(home.state == before, "a wrong command line changes nothing: \(words)") }
        if asksForJSON(words, of: program), !process.outputBytes.isEmpty, !isAskedForText(words) {
            promise((try? JSONDocument(process.outputBytes)) != nil, "one JSON value: \(words) \(process.output)")
        }
        if !words.contains("--reveal") {
            // That is what `keyring-tool get` is for.
            let output = words.first == "get" && program.name == "keyring-tool" ? "" : process.output
            promise(
                !(output + process.errors).contains(SecretHome.word),
                "a secret is shown: \(words) \(process.output) \(process.errors)")
        }
    }

    /// Whether no file beyond the home directory can be meant: this target may run as root.
    private static func staysAtHome(_ word: String) -> Bool {
        if word.hasPrefix("https://") { return !word.contains("..") }
        return !word.contains("/") && !word.contains("..") && !word.contains("~") && !word.hasPrefix("--all-homes")
            && (hasMachineFiles ? word != "--fix" && word != "enforce" : true)
    }

    /// Files of conda's search path that are the same whatever the home directory is.
    private static let hasMachineFiles = ["/etc/conda", "/var/lib/conda"].contains {
        FileManager.default.fileExists(atPath: $0)
    }

    private static func asksForJSON(_ words: [String], of program: Program) -> Bool {
        guard words.first != "config", words.prefix(while: { $0 != "--" }).contains("--json") else { return false }
        guard let command = words.first.flatMap(program.command) else { return true }
        // It may be the value of another option.
        var parsed = ParsedArguments()
        let parser = ArgumentParser(declaration: command.declaration, callName: "")
        return (try? parser.parse(Array(words.dropFirst()), into: &parsed)) == nil || parsed.has(.json)
    }

    private static func isAskedForText(_ words: [String]) -> Bool {
        ["help", "completion", "--version", "-V", "--help", "-h"].contains(words.first ?? "")
            || words.contains("--help") || words.contains("-h")
    }
}

/// A home directory with a secret in each place that has one.
private final class SecretHome {
    static let word = "Zq7xVw93Kj5m"
    private let directory: TemporaryDirectory
    var path: String { directory.path }

    private static let files: [(name: String, text: String)] = {
        let token = "\(word)-0123456789-abcd"
        let payload = #"{"domain":"anaconda.com","repo_tokens":[{"token":"\#(token)","org_name":"acme"}],"version":2}"#
        let keyring = #"{"Anaconda Cloud": {"anaconda.com": "\#(Base64.encode(Array(payload.utf8)))"}}"#
        return [
            (
                ".condarc",
                """
                # mine
                channels:
                  - https://joe:\(word)@host.example/c  #!top
                  - https://host.example/t/\(token)/c
                  - conda-forge
                proxy_servers:
                  http: http://joe:\(word)@proxy:8080
                ssl_verify: truststore

                """
            ),
            ("root/.condarc", "channel_alias: https://host.example/t/\(token)\n"), ("root/conda-meta/history", ""),
            (".anaconda/keyring", keyring),
            (".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token", token),
            (".anaconda/config.toml", "[plugin.auth]\napi_key = \"\(token)\"\n"),
        ]
    }()

    private init() throws {
        directory = try TemporaryDirectory()
        for (name, text) in Self.files { try directory.write(text, to: name, mode: 0o600, directoryMode: 0o700) }
        made = directory.allNames
    }

    private var made: [String] = []
    nonisolated(unsafe) private static var last: SecretHome?

    /// One as it was made; most command lines leave it so, and making one costs more than they do.
    static func fresh() throws -> SecretHome {
        if let last, last.directory.allNames == last.made, last.state == files.map({ Array($0.text.utf8) }) {
            return last
        }
        last = try SecretHome()
        return try last ?? SecretHome()
    }

    var state: [[UInt8]?] { Self.files.map { directory.bytes(of: $0.name) } }
}

extension TemporaryDirectory {
    fileprivate var allNames: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted() }
}
