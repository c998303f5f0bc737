import HostPlatform
import TestSupport

@testable import CommandLineKit
@testable import KeyringTool

extension ToolSession {
    /// The session of a call in the home, and working directory, of a test.
    static func made(in home: TemporaryDirectory, _ environment: [String: String] = [:]) throws -> ToolSession {
        try ToolSession(call(in: home, environment))
    }

    /// A call without arguments.
    static func call(in home: TemporaryDirectory, _ environment: [String: String] = [:]) -> Invocation {
        let context = ProcessContext(
            arguments: [], environment: Environment(["HOME": home.path].merging(environment) { $1 }),
            standardInput: InputStream { _ in [] }, standardOutput: OutputStream { _ in },
            standardError: OutputStream { _ in }, workingDirectory: home.path)
        return Invocation(
            program: KeyringTool.program, arguments: ParsedArguments(), context: context,
            console: Console(context, programName: "keyring-tool", color: .never))
    }
}
