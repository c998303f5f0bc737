import CommandLineKit
import CondarcTool
import Foundation
import LosslessJSON
import LosslessYAML
import TestSupport

/// Lays out a recorded case in fresh directories, runs `condarc-tool config` in this process, and compares.
struct CaseReplay {
    private let base: String
    private let recorded: RecordedCase

    private init(_ recorded: RecordedCase) throws {
        self.recorded = recorded
        base = NSTemporaryDirectory() + "golden-\(UUID().uuidString)"
        for name in Self.names { try make(directory: place(name)) }
        for name in ["ROOT", "PREFIX"] { try write([], to: "\(name)/conda-meta/history") }
        for directory in recorded.directories { try make(directory: filled(directory)) }
        for (path, text) in recorded.texts { try write(Array(filled(text).utf8), to: path) }
        for (path, bytes) in recorded.binaries { try write(bytes, to: path) }
        for (path, target) in recorded.links {
            try make(directory: (filled(path) as NSString).deletingLastPathComponent)
            try FileManager.default.createSymbolicLink(atPath: filled(path), withDestinationPath: filled(target))
        }
    }

    /// What differs from the recording; empty where it agrees.
    static func differences(from recorded: RecordedCase) throws -> [String] {
        let replay = try CaseReplay(recorded)
        defer { try? FileManager.default.removeItem(atPath: replay.base) }
        return try replay.run()
    }

    private static let names = ["HOME", "ROOT", "PREFIX"]

    private func run() throws -> [String] {
        let before = recorded.texts.keys.reduce(into: [:]) { $0[$1] = contents($1) }
        var environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "80", "HOME": place("HOME"),
            "CONDA_ROOT": place("ROOT"),
        ]
        environment.merge(recorded.environment.mapValues(filled)) { $1 }
        let process = RecordedProcess(input: filled(recorded.standardInput))
        let status = process.run(
            CondarcTool.program, ["config"] + recorded.arguments.map(filled), environment: environment,
            workingDirectory: place("HOME"))
        let output = unfilled(process.output)
        var found: [String] = []
        for field in recorded.compared {
            switch field {
            case "exit" where recorded.crashed:
                if status == .success { found.append("exit 0 where an error is due") }
            case "exit" where Int(status.rawValue) != recorded.exit:
                found.append("exit \(status.rawValue), conda \(recorded.exit): \(unfilled(process.errors))")
            case "stdout":
                let isDescription = recorded.arguments.contains("--describe")
                let expected = recorded.output ?? ""
                let agrees = isDescription ? withoutProse(output) == withoutProse(expected) : output == expected
                if !agrees { found.append("output \(output.debugDescription), conda \(expected.debugDescription)") }
            case "stdout_json":
                let actual = try? JSONDocument(Array(output.utf8)).root.value
                if !JSONComparison.areSame(actual, recorded.outputJSON) {
                    found.append("JSON \(output), conda \(recorded.outputJSON?.text() ?? "none")")
                }
            case "stderr":
                let actual = warnings(unfilled(process.errors))
                if actual != warnings(recorded.errors) { found.append("warnings \(actual), conda \(recorded.errors)") }
            case "error":
                if status == .success { found.append("no error") }
                if output.isEmpty, process.errors.isEmpty { found.append("an error without a message") }
            case "value_after": found += valueDifferences(before: before)
            default: break
            }
        }
        return found
    }

    private func valueDifferences(before: [String: [UInt8]?]) -> [String] {
        var found: [String] = []
        for path in Set(recorded.valuesAfter.keys).union(before.keys) {
            let after = contents(path)
            guard let expected = recorded.valuesAfter[path] else {
                if after != before[path] ?? nil { found.append("\(path) changed") }
                continue
            }
            guard after != nil || expected == .null else {
                // Not to be taken for an empty file.
                found.append("\(path) is not there, or cannot be read")
                continue
            }
            let text = unfilled(String(decoding: after ?? [], as: UTF8.self))
            let value = (try? YAMLDocument(text))?.root?.value ?? .null
            if !JSONComparison.isSame(value, expected) {
                found.append("\(path) holds \(text.debugDescription), conda \(expected.text())")
            }
        }
        return found
    }

    // MARK: Text

    private func warnings(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("Warning:") || $0.hasPrefix("Unknown key:") }
    }

    /// Descriptions are in our own words: their lines count as one.
    private func withoutProse(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let isProse =
                line.hasPrefix("# #   ") && !line.hasPrefix("# #   aliases: ")
                && !line.hasPrefix("# #   env var string delimiter: ")
            let shown = isProse ? "<description>" : line
            if !(isProse && lines.last == shown) { lines.append(shown) }
        }
        return lines
    }

    // MARK: Places

    private func place(_ name: String) -> String { "\(base)/\(name.lowercased())-dir" }

    private func filled(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let next = Self.names.compactMap({ rest.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            let before = next.lowerBound > rest.startIndex ? rest[rest.index(before: next.lowerBound)] : result.last
            let after = next.upperBound < rest.endIndex ? rest[next.upperBound] : nil
            let isPlaceholder = !isWordPart(before, also: "_$%{.-") && !isWordPart(after, also: "_%}.-")
            result += rest[..<next.lowerBound]
            result += isPlaceholder ? place(String(rest[next])) : String(rest[next])
            rest = rest[next.upperBound...]
        }
        return result + rest
    }

    private func isWordPart(_ character: Character?, also others: String) -> Bool {
        guard let character else { return false }
        return character.isASCII && (character.isLetter || character.isNumber) || others.contains(character)
    }

    private func unfilled(_ text: String) -> String {
        Self.names.reduce(text) { $0.replacingOccurrences(of: place($1), with: $1) }
    }

    private func make(directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let real = filled(path)
        try make(directory: (real as NSString).deletingLastPathComponent)
        try Data(bytes).write(to: URL(fileURLWithPath: real))
    }

    private func contents(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: filled(path)).map(Array.init)
    }
}
