/// A command of a program: what it is called, what it takes, and what it does.
///
/// Declarations are computed when asked for, so that a start of the program builds only the one it needs.
package protocol Command: Sendable {
    /// The name, aliases and one-line summary, by which the command is found and listed.
    static var heading: CommandHeading { get }

    /// Everything that parsing, help, completion and the manual page come from.
    static var declaration: CommandDeclaration { get }

    /// Does the work; what is thrown is reported and mapped to an exit status by the program.
    static func run(_ invocation: Invocation) throws -> ExitStatus
}
