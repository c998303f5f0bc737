import Foundation
package import LosslessJSON

/// The Python programs that keep tokens in the same files, from PyPI.
package enum PythonPeer {
    /// The interpreter of `Scripts/python-env`, or nil where the packages cannot be installed.
    package static let interpreter: String? = {
        let made = try? run(PackagePlaces.root + "/Scripts/python-env", [], environment: nil, input: Data())
        return made.flatMap { $0.status == 0 ? $0.output.trimmingCharacters(in: .whitespacesAndNewlines) : nil }
    }()

    package static var isAvailable: Bool { interpreter != nil }
    package static let absence = "anaconda-auth and anaconda-client cannot be installed from PyPI here"

    /// What a script prints as JSON for a value that it gets as JSON on stdin.
    package static func answer(
        _ script: String, to question: JSONValue, environment: [String: String] = [:]
    ) throws -> JSONValue {
        let result = try run(
            interpreter ?? "python3", ["-c", script], environment: environment, input: Data(question.text().utf8))
        return try JSONDocument(Array(result.output.utf8)).root.value
    }

    /// The answers to a list of texts, one for each.
    package static func answers(_ script: String, to texts: [String]) throws -> [JSONValue] {
        guard case .array(let answers) = try answer(script, to: .array(texts.map { .string($0) })),
            answers.count == texts.count
        else { throw Unanswered() }
        return answers
    }

    package struct Unanswered: Error {}

    private static func run(
        _ program: String, _ arguments: [String], environment: [String: String]?, input: Data
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let environment {
            process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        }
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        DispatchQueue.global().async {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
