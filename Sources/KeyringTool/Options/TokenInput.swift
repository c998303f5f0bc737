import HostPlatform
import CommandLineKit
import CondaCredentials
import SecureFileStore

/// Where a new token comes from: standard input, a file or a variable, and never an argument, which every user of the
/// machine can see.
struct TokenInput {
    static let file = Option(
        "token-file", value: .file(),
        help: "Read the token from a file, or a pipe as `<(COMMAND)` makes one; `-` is "
            + "standard input.", group: "token")
    static let variable = Option(
        "token-env", value: .text("NAME"), help: "Read the token from an environment variable.", group: "token")
    /// Only there to be refused.
    static let argument = Option("token", value: .text("TOKEN"), help: "", isHidden: true)

    static let options = [file, variable, argument]
    /// Most bytes of a token.
    private static let limit = 64 << 10

    /// What is said to a token in the arguments, without repeating it.
    static let refusal = CommandError(
        .usage, "a token is not taken from an argument: every user of the machine could read it there",
        hint: "give it on standard input, or with --token-file FILE or --token-env NAME")

    /// - Throws: `usage` where nothing was given, `invalid` for what is no token.
    static func read(_ invocation: Invocation, _ session: ToolSession) throws -> Secret {
        if let name = invocation.value(variable) {
            guard let text = session.host.environment[name] else {
                throw CommandError(
                    .usage, "the environment variable named by --token-env is not set",
                    hint: "export it first: --token-env takes the name of a variable, not a token")
            }
            return try token(Array(text.utf8), from: "the environment variable")
        }
        if let path = invocation.value(file), path != "-" {
            let input = try session.files.input(session.host.absolute(path), limit: limit)
            guard input.exists else {
                throw CommandError(
                    .io, "there is no file \(path)", path: path, hint: "--token-file takes the name of a file")
            }
            return try token(input.bytes, from: path)
        }
        if invocation.context.standardInput.isTerminal, invocation.context.standardError.isTerminal,
            let line = try typed(invocation)
        {
            return try token(line, from: "the answer")
        }
        guard !invocation.context.standardInput.isTerminal else {
            throw CommandError(
                .usage, "no token given",
                hint:
                    "give it on standard input, as in 'keyring-tool set … < FILE', or with --token-file or --token-env")
        }
        return try token(try invocation.context.standardInput.readAll(limit: limit), from: "standard input")
    }

    /// What a person types, without echo.
    private static func typed(_ invocation: Invocation) throws(CommandError) -> [UInt8]? {
        let errors = invocation.context.standardError
        // Nobody is asked who cannot read the question.
        guard (try? errors.write(Array("token (it is not shown): ".utf8))) != nil else { return nil }
        defer { try? errors.write([UInt8(ascii: "\n")]) }
        return try invocation.context.standardInput.readHiddenLine()
    }

    private static func token(_ bytes: [UInt8], from place: String) throws(CommandError) -> Secret {
        var bytes = bytes[...]
        // What an editor or `echo` adds.
        if bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        let secret = Secret(bytes: bytes)
        if secret.isPlainToken { return secret }
        throw CommandError(
            .invalid,
            secret.isEmpty
                ? "\(place) holds no token"
                : "\(place) holds no token: a blank, a control character or one outside ASCII is in it",
            hint: secret.isEmpty ? "nothing was changed" : "give the token alone, on one line; nothing was changed")
    }
}
