package import HostPlatform

/// What the process was given: everything a program may know of the world, as values that a test can hand in.
package struct ProcessContext: Sendable {
    /// Without the program's own name.
    package let arguments: [String]
    package let environment: Environment
    package let standardInput: InputStream
    package let standardOutput: OutputStream
    package let standardError: OutputStream
    package let workingDirectory: String
    /// Starts other programs, such as an editor.
    package let launcher: Launcher
    /// The position, from 1, of an argument that is not UTF-8 and so cannot be honoured.
    package let undecodableArgument: Int?

    package init(
        arguments: [String], environment: Environment, standardInput: InputStream, standardOutput: OutputStream,
        standardError: OutputStream, workingDirectory: String, launcher: Launcher = .none,
        undecodableArgument: Int? = nil
    ) {
        self.arguments = arguments
        self.environment = environment
        self.standardInput = standardInput
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.workingDirectory = workingDirectory
        self.launcher = launcher
        self.undecodableArgument = undecodableArgument
    }

    /// Columns to fill: of the terminal, else of `COLUMNS`, else 80.
    package var width: Int {
        let width =
            environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? standardOutput.terminalWidth
            ?? standardError.terminalWidth ?? 80
        return min(max(width, 20), 1000)
    }
}
