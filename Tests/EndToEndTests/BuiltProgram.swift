import Foundation
import TestSupport

/// A program as it was built, run as users run it.
struct BuiltProgram {
    let path: String

    /// From the directory in `CONDARC_TOOLKIT_BIN`, else from the release or debug build of the package.
    init(_ name: String) throws {
        let package = PackagePlaces.root
        let directories = [ProcessInfo.processInfo.environment["CONDARC_TOOLKIT_BIN"]].compactMap { $0 }
        let candidates = (directories.isEmpty ? ["\(package)/.build/release", "\(package)/.build/debug"] : directories)
            .map { "\($0)/\(name)" }
        guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw NotBuilt(places: candidates)
        }
        path = found
    }

    /// Another program, such as one that starts ours as somebody else.
    init(path: String) { self.path = path }

    struct NotBuilt: Error {
        let places: [String]
    }

    struct Outcome: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// A call that runs, with its output going to files so that no pipe can fill up.
    struct Call {
        fileprivate let process: Process
        fileprivate let output: String
        fileprivate let errors: String

        func outcome() -> Outcome {
            process.waitUntilExit()
            defer {
                try? FileManager.default.removeItem(atPath: output)
                try? FileManager.default.removeItem(atPath: errors)
            }
            // A signal that ended the program is reported as the shell does.
            let status =
                process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
            return Outcome(status: status, output: Self.text(output), errors: Self.text(errors))
        }

        private static func text(_ path: String) -> String {
            String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
    }

    /// - Parameter outputPath: where standard output goes instead, such as `/dev/full`.
    func start(
        _ arguments: [String], in home: ScratchHome, input: String = "", outputPath: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Call {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments.map { $0.replacingOccurrences(of: "HOME", with: home.path) }
        process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: home.path)
        let scratch = NSTemporaryDirectory() + UUID().uuidString
        let (output, errors) = ("\(scratch).out", "\(scratch).err")
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: outputPath ?? output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        if input.isEmpty {
            process.standardInput = FileHandle.nullDevice
        } else {
            let pipe = Pipe()
            process.standardInput = pipe
            pipe.fileHandleForWriting.write(Data(input.utf8))
            try pipe.fileHandleForWriting.close()
        }
        try process.run()
        return Call(process: process, output: output, errors: errors)
    }

    func run(
        _ arguments: [String], in home: ScratchHome, input: String = "", outputPath: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try start(arguments, in: home, input: input, outputPath: outputPath, environment: environment).outcome()
    }
}
