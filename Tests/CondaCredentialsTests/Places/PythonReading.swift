import Foundation
import LosslessJSON

/// Asks Python how it reads texts, to compare with how we do.
enum PythonReading {
    /// Runs a script that maps a JSON array on stdin to one on stdout; nil where Python or a module is missing.
    static func answers(_ script: String, to texts: [String]) throws -> [JSONValue]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [interpreter, "-c", script]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let question = Data(JSONValue.array(texts.map { .string($0) }).text().utf8)
        DispatchQueue.global().async {
            try? input.fileHandleForWriting.write(contentsOf: question)
            try? input.fileHandleForWriting.close()
        }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, case .array(let answers) = try JSONDocument(Array(data)).root.value else {
            return nil
        }
        return answers
    }

    /// The interpreter that `Scripts/python-env` made, where there is one.
    private static var interpreter: String {
        ProcessInfo.processInfo.environment["CONDARC_TOOLKIT_PYTHON"] ?? "python3"
    }
}
