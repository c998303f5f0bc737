import CommandLineKit
import CondarcTool
import Foundation
import LosslessJSON
import LosslessYAML
import TestSupport

/// Lays out a recorded case in fresh directories, runs `condarc-tool config` in this process, and compares.
struct CaseReplay {
    private let places: RecordedPlaces
    private let recorded: RecordedCase

    private init(_ recorded: RecordedCase) throws {
        self.recorded = recorded
        places = try RecordedPlaces()
        for directory in recorded.directories { try places.make(directory: directory) }
        for (path, text) in recorded.texts { try places.write(Array(places.filled(text).utf8), to: path) }
        for (path, bytes) in recorded.binaries { try places.write(bytes, to: path) }
        for (path, target) in recorded.links { try places.link(path, to: target) }
    }

    /// What differs from the recording; empty where it agrees.
    static func differences(from recorded: RecordedCase) throws -> [String] {
        let replay = try CaseReplay(recorded)
        defer { replay.places.remove() }
        return try replay.run()
    }

    private func run() throws -> [String] {
        let before = recorded.texts.keys.reduce(into: [:]) { $0[$1] = places.contents($1) }
        let environment = places.environment.merging(recorded.environment.mapValues(places.filled)) { $1 }
        let process = RecordedProcess(input: places.filled(recorded.standardInput))
        let status = process.run(
            CondarcTool.program, ["config"] + recorded.arguments.map(places.filled), environment: environment,
            workingDirectory: places["HOME"])
        let output = places.unfilled(process.output)
        var found: [String] = []
        for field in recorded.compared {
            switch field {
            case "exit" where recorded.crashed:
                if status == .success { found.append("exit 0 where an error is due") }
            case "exit" where Int(status.rawValue) != recorded.exit:
                found.append("exit \(status.rawValue), conda \(recorded.exit): \(places.unfilled(process.errors))")
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
                let actual = warnings(places.unfilled(process.errors))
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
            let after = places.contents(path)
            guard let expected = recorded.valuesAfter[path] else {
                if after != before[path] ?? nil { found.append("\(path) changed") }
                continue
            }
            guard after != nil || expected == .null else {
                // Not to be taken for an empty file.
                found.append("\(path) is not there, or cannot be read")
                continue
            }
            let text = places.unfilled(String(decoding: after ?? [], as: UTF8.self))
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
}
