import CommandLineKit
import CondarcTool
import Foundation
import TestSupport
import Testing

/// The program's, not that of Swift Testing.
typealias ExitStatus = CommandLineKit.ExitStatus

/// A throw-away home directory in which the program is run, inside the test's process.
final class ToolHome {
    private let directory: TemporaryDirectory

    init(condarc: String? = nil) throws {
        directory = try TemporaryDirectory()
        if let condarc { try write(condarc, to: ".condarc") }
    }

    /// One whose `.condarc` a `policy.yml` in it finds fault with.
    static func underPolicy() throws -> ToolHome {
        let home = try ToolHome(condarc: "channels:\n  - defaults\nssl_verify: true\n")
        try home.write(
            "version: 1\nrequire: {channel_priority: strict}\nforbid: {channels: [defaults]}\npin: {ssl_verify: truststore}\n",
            to: "policy.yml")
        return home
    }

    var path: String { directory.path }

    func write(_ text: String, to name: String) throws { try directory.write(text, to: name) }

    /// The text of a file; nil where there is none.
    func text(of name: String = ".condarc") -> String? { directory.text(of: name) }

    struct Outcome: Equatable {
        var status: ExitStatus
        var output: String
        var errors: String
    }

    /// Runs the program; `HOME` in an argument stands for the directory's path, and is put back into the output.
    func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) -> Outcome {
        let process = RecordedProcess(input: input)
        let status = process.run(
            CondarcTool.program, arguments.map { $0.replacingOccurrences(of: "HOME", with: path) },
            environment: environment.mapValues { $0.replacingOccurrences(of: "HOME", with: path) }
                .merging(["HOME": path]) { $1 },
            workingDirectory: path)
        return Outcome(
            status: status, output: process.output.replacingOccurrences(of: path, with: "HOME"),
            errors: process.errors.replacingOccurrences(of: path, with: "HOME"))
    }
}
