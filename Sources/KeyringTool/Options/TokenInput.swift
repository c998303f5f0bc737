import CommandLineKit
import CondaCredentials
import CondaSession
import CondaURL
import HostPlatform
import SecureFileStore

/// Where a new token comes from: standard input, a file or a variable, and never an argument, which every user of the
/// machine can see.
struct TokenInput {
    static let file = Option(
        "token-file", value: .file(),
        help: "Read the token from a file, or a pipe as `<(COMMAND)` makes one; `-` is "
            + "standard input.", group: "token")
    static let variable = Option(
        "token-env", value: .completing("NAME") { call, _ in call.context.environment.names.map { Candidate($0) } },
        help: "Read the token from an environment variable.", group: "token")
    /// Only there to be refused.
    private static let argument = Option("token", value: .text("TOKEN"), help: "", isHidden: true)
    /// The same, as other programs have one.
    private static let input = Option("token-stdin", help: "", isHidden: true)

    static let options = [file, variable, argument, input]
    /// Most bytes of a token.
    private static let limit = SizeLimit.token

    /// What is said to a token in the arguments, without repeating it.
    static let refusal = CommandError(
        .usage, "a token is not taken from an argument: every user of the machine could read it there",
        hint: "give it on standard input, or with --token-file FILE or --token-env NAME")

    /// The same to arguments; where one is rather an organization's name, that it is named by an option.
    static func surplus(_ operands: [String]) -> CommandError {
        // It is not repeated all the same: of a token of somebody's own making, it may be all.
        let isName =
            operands.count == 1 && operands[0].utf8.count < 16 && !operands[0].utf8.contains(where: \.isDigit)
            && (try? OrganizationName.checked(operands[0])) != nil
        return CommandError(
            refusal.code, isName ? "there is an argument too many" : refusal.text,
            hint: isName
                ? "an organization is named by --org ORG; a token comes from standard input, or with --token-file FILE or "
                    + "--token-env NAME"
                : "give it on standard input, or with --token-file FILE or --token-env NAME; an organization is named by "
                    + "--org ORG")
    }

    /// What is said to options of other programs.
    static let optionHints = [
        "--stdin": standardInput, "--password-stdin": standardInput, "--with-token": standardInput,
        "--overwrite": replacing, "--replace": replacing, "--force": replacing,
        "--old": "which token is replaced is said by --org ORG or --url URL",
        "--new": "give the new token on standard input, or with --token-file FILE or --token-env NAME",
    ]

    private static let standardInput = "leave it out: the token is read from standard input"
    private static let replacing = "a token that stands there is replaced anyway: leave it out"

    /// - Throws: `usage` for the options that are only there for it.
    static func check(_ invocation: Invocation) throws(CommandError) {
        if invocation.has(argument) { throw refusal }
        if invocation.has(input) {
            throw CommandError(
                .usage, "a token on standard input needs no option", hint: "leave out --\(input.long)")
        }
    }

    /// - Throws: `usage` where nothing was given, `invalid` for what is no token.
    static func read(_ invocation: Invocation, _ session: ToolSession) throws -> Secret {
        if let name = invocation.value(variable) {
            guard let text = session.host.environment[name] else {
                throw unset(name, session.host.environment)
            }
            return try token(Array(text.utf8), from: "the environment variable")
        }
        if let path = invocation.value(file), path != "-" {
            let input: FileSnapshot?
            do {
                input = try invocation.console.waiting(for: "the token") {
                    try session.files.input(session.host.absolute(path), limit: limit)
                }
            } catch {
                // Its message names the path; a token is too long for one.
                if Redactor.shown(name: path) == path { throw error }
                input = nil
            }
            guard let input, input.exists else { throw missing(path, session) }
            return try token(input.bytes, from: path)
        }
        if invocation.context.standardInput.isTerminal, invocation.context.standardError.isTerminal,
            let line = try typed(invocation)
        {
            return try token(line, from: answer)
        }
        guard !invocation.context.standardInput.isTerminal else {
            throw CommandError(
                .usage, "no token given",
                hint:
                    "give it on standard input, as in 'keyring-tool set … < FILE', or with --token-file or --token-env")
        }
        let bytes = try invocation.console.waiting(for: "the token on standard input") {
            try invocation.context.standardInput.readAll(limit: limit)
        }
        return try token(bytes, from: "standard input")
    }

    /// Of what was given only a name in capitals is shown: anything else may be a token, which a shell put in its place.
    private static func unset(_ name: String, _ environment: Environment) -> CommandError {
        let bare = name.filter { !"${}%".contains($0) }
        let isName = !bare.isEmpty && bare.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
        guard bare == name || environment[bare] == nil else {
            return CommandError(
                .usage, "--token-env takes the name of a variable alone",
                hint: isName ? "--token-env \(bare)" : "leave out the '$'")
        }
        guard isName else {
            return CommandError(
                .usage, "--token-env takes the name of a variable that is set, not a token",
                hint: "export a variable with the token in it, and give its name")
        }
        return CommandError(
            .usage, "the environment variable \(bare) is not set",
            hint: NearestName.suggestion(for: bare, among: environment.names.sorted()) ?? "export it first")
    }

    private static func missing(_ path: String, _ session: ToolSession) -> CommandError {
        let shown = Redactor.shown(name: path)
        return CommandError(
            .io, "there is no file \(shown)", path: shown,
            hint: (shown == path ? session.machine.hint(forMissing: path) : nil)
                ?? "--token-file takes the name of a file"
                + (shown == path ? "" : ", not a token, which every user of the machine could read here"))
    }

    private static let answer = "the answer"

    /// What a person types, without echo.
    private static func typed(_ invocation: Invocation) throws(CommandError) -> [UInt8]? {
        let errors = invocation.context.standardError
        var isAsked = false
        defer { if isAsked { try? errors.write([UInt8(ascii: "\n")]) } }
        return try invocation.context.standardInput.readHiddenLine {
            // Nobody is asked who cannot read the question.
            isAsked = (try? errors.write(Array("token (it is not shown): ".utf8))) != nil
            return isAsked
        }
    }

    private static func token(_ bytes: [UInt8], from place: String) throws(CommandError) -> Secret {
        var bytes = bytes[...]
        // What an editor or `echo` adds.
        if bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        let secret = Secret(bytes: bytes)
        guard let mistake = secret.mistake else { return secret }
        if mistake == .placeholder, bytes.first == UInt8(ascii: "$"), case let name = bytes.dropFirst(),
            name.allSatisfy({ (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") })
        {
            throw CommandError(
                .invalid, "\(place) holds no token: it is the name of a variable, which no shell has filled in",
                hint: "--token-env \(String(decoding: name, as: UTF8.self))")
        }
        let isKeyring = mistake == .json && Array(bytes).firstIndex(of: Array("\"\(KeyringFile.service)\"".utf8)) != nil
        throw CommandError(
            .invalid, "\(place) holds no token: \(isKeyring ? "it is a keyring" : mistake.message)",
            hint: isKeyring
                ? "pipe one of its tokens into this command: keyring-tool get --org ORG --keyring "
                    + (place == "standard input" ? "FILE" : ShellWord.quoted(place))
                : mistake == .empty && place == Self.answer
                    ? "paste the token at the question: it is not shown" : mistake.remedy)
    }
}
