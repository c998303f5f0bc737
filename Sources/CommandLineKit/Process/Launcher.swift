/// Starts another program on the same terminal and waits for it.
package struct Launcher: Sendable {
    /// Where the standard output of the other program goes.
    package enum Output: Sendable {
        case standardOutput
        /// Where standard output is for an answer of ours alone.
        case standardError
    }

    private let start: @Sendable ([String], Output) throws(StreamError) -> Int32

    /// - Parameter start: runs the program at the path that comes first with the arguments that follow, and returns its
    ///   exit status; 128 and the number of the signal where one ended it.
    package init(start: @escaping @Sendable ([String], Output) throws(StreamError) -> Int32) { self.start = start }

    /// Where nothing can be started.
    package static let none = Launcher { (_, _) throws(StreamError) in
        throw StreamError("no program can be started here")
    }

    /// Runs what a variable such as `EDITOR` holds, a program with or without options, by the shell as everybody does.
    ///
    /// - Returns: its exit status.
    /// - Source: git's `launch_editor`
    package func runEditor(
        _ command: String, on path: String, output: Output = .standardOutput
    ) throws(StreamError) -> Int32 {
        // The shell puts the third in front of its own complaints: not the command, which may hold a secret.
        try start(["/bin/sh", "-c", command + " \"$@\"", "editor", path], output)
    }
}
