/// The directory conda itself is installed in, and which setting said so.
package struct BaseInstallation: Hashable, Sendable {
    /// What a base installation was found by, strongest first.
    package enum Source: Hashable, Sendable {
        /// `--root DIR`.
        case option
        /// An environment variable: `CONDA_ROOT` or `CONDA_EXE`.
        case variable(String)
        /// The program `conda` at this path, found on `PATH`.
        case program(String)
    }

    package let path: String
    package let source: Source
}
