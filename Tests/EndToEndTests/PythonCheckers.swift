import Foundation
import TestSupport

/// The programs of `Scripts/python-env checkers`: check-jsonschema and pre-commit.
enum PythonCheckers {
    /// The interpreter; nil where the packages cannot be installed.
    static let interpreter: String? = {
        let outcome = try? run(PackagePlaces.root + "/Scripts/python-env", ["checkers"], in: PackagePlaces.root)
        guard let outcome, outcome.status == 0 else { return nil }
        return outcome.output.split(separator: "\n").last.map(String.init)
    }()

    /// What a program wrote to standard output, and its exit status; standard error is left out.
    static func run(
        _ program: String, _ arguments: [String], in directory: String, environment: [String: String]? = nil
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        if let environment { process.environment = environment }
        let output = NSTemporaryDirectory() + UUID().uuidString
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: output) }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus,
            String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
        )
    }
}
