/// Starts another program without a terminal: its input is ready before it starts, and it has a deadline.
///
/// A secret is handed over in `input`, never in an argument, which every user of the machine can see.
package struct ProgramRunner: Sendable {
    /// What a program left behind.
    package struct Answer: Sendable {
        /// 128 and the number of the signal where one ended it.
        package let status: Int
        package let output: [UInt8]
        package let errors: [UInt8]

        package init(status: Int, output: [UInt8] = [], errors: [UInt8] = []) {
            self.status = status
            self.output = output
            self.errors = errors
        }
    }

    /// Why there is no answer.
    package enum Failure: Error, Sendable, Equatable {
        /// The program could not be started; what the system says.
        case notStarted(String)
        /// It did not end in time, and was ended.
        case timedOut
        /// It wrote more than is read.
        case tooMuch
    }

    /// A program's path, its arguments, and what it reads from standard input.
    package struct Call: Sendable {
        package let path: String
        package let arguments: [String]
        package let input: [UInt8]

        package init(_ path: String, _ arguments: [String], input: [UInt8] = []) {
            self.path = path
            self.arguments = arguments
            self.input = input
        }
    }

    /// Most bytes of the input: what every system's pipe holds before anybody reads it.
    package static let inputLimit = 16 << 10
    /// Most bytes of each output.
    static let outputLimit = 4 << 20

    private let start: @Sendable (Call, [String: String], Int) throws(Failure) -> Answer

    package init(start: @escaping @Sendable (Call, [String: String], Int) throws(Failure) -> Answer) {
        self.start = start
    }

    /// - Parameters:
    ///   - environment: all variables that the program gets.
    ///   - deadline: milliseconds.
    package func run(_ call: Call, environment: [String: String], deadline: Int) throws(Failure) -> Answer {
        try start(call, environment, deadline)
    }
}
