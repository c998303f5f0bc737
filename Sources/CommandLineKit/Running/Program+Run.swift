import HostPlatform
import LosslessJSON

extension Program {
    /// Reads the arguments, runs the command they name, reports what goes wrong, and says how the program ended.
    package func run(_ context: ProcessContext) -> ExitStatus {
        let arguments = context.arguments
        let console = Console(context, programName: name, color: Program.colorPolicy(arguments))
        var status: ExitStatus
        do {
            status = try dispatch(context, console)
        } catch {
            let error = commandError(error)
            console.discard()
            if Program.wantsJSON(arguments) {
                console.write(json: ["error": error.json])
            } else {
                for error in [error] + error.others { console.say(error.message()) }
            }
            status = error.status
        }
        console.flush()
        if let failure = console.failure, status != .system {
            // A reader who has seen enough needs no message.
            if !failure.isBrokenPipe { console.say(Console.error(for: failure).message()) }
            status = .system
        }
        return status
    }

    private func commandError(_ error: any Error) -> CommandError {
        if let error = error as? CommandError { return error }
        return translate(error) ?? CommandError(.io, "unexpected error: \(error)")
    }

    private func dispatch(_ context: ProcessContext, _ console: Console) throws -> ExitStatus {
        if let position = context.undecodableArgument {
            throw CommandError(.usage, "argument \(position) is not UTF-8")
        }
        var arguments = commandFirst(context.arguments)[...]
        guard let first = arguments.popFirst() else {
            console.writeToErrors(help(nil, context))
            throw CommandError(.usage, "no command given", hint: "see '\(name) help COMMAND' for a command's own page")
        }
        switch first {
        case "--help", "-h":
            return help(nil, context, console)
        case "--version", "-V", "version":
            if Program.wantsJSON(context.arguments) {
                console.write(json: ["program": .string(name), "version": .string(version)])
            } else {
                console.writeLine("\(name) \(version)")
            }
            return .success
        case "help":
            return try help(arguments: Array(arguments), context, console)
        default:
            return try runCommand(named: first, Array(arguments), context, console)
        }
    }

    private func runCommand(
        named commandName: String, _ arguments: [String], _ context: ProcessContext, _ console: Console
    ) throws -> ExitStatus {
        let command = try find(commandName, before: arguments)
        let declaration = command.declaration
        let parser = ArgumentParser(
            declaration: declaration, callName: "\(name) \(command.heading.name)", hasFile: context.hasFile,
            environment: context.environment, explain: explainWord)
        let wantsHelp =
            declaration.takesRawArguments
            ? ["--help", "-h"].contains(arguments.first ?? "")
            : Program.options(of: arguments).contains { $0 == "--help" || $0 == "-h" }
        var parsed = ParsedArguments()
        do {
            try parser.parse(arguments, into: &parsed)
        } catch {
            console.places = PlaceOptions(program: self, declaration: declaration, arguments: parsed)
            // Who asks for help is not told what is wrong, but how it is right.
            if wantsHelp { return help(command, context, console) }
            throw error
        }
        if parsed.has(.help) || (declaration.takesRawArguments && wantsHelp) {
            return help(command, context, console)
        }
        console.places = PlaceOptions(program: self, declaration: declaration, arguments: parsed)
        console.isQuiet = parsed.has(.quiet)
        console.reveals = parsed.has(.reveal)
        if let doubt = parsed.valueOfFlag { console.say(doubt) }
        return try command.run(Invocation(program: self, arguments: parsed, context: context, console: console))
    }

    /// The arguments with the command in front, where nothing but options that it has stands before it.
    func commandFirst(_ arguments: [String]) -> [String] {
        guard let first = arguments.first, first.hasPrefix("-"), first != "--help", first != "--version" else {
            return arguments
        }
        for (place, word) in arguments.enumerated().dropFirst() {
            guard !word.hasPrefix("-"), let command = command(named: word) else { continue }
            var parsed = ParsedArguments()
            let parser = ArgumentParser(declaration: command.declaration, callName: name)
            let before = arguments[..<place]
            guard (try? parser.parseOptions(Array(before), into: &parsed)) != nil, parsed.operands.isEmpty else {
                continue
            }
            return [word] + before + arguments[(place + 1)...]
        }
        return arguments
    }

    /// - Parameter rest: what follows the name.
    private func find(_ commandName: String, before rest: [String] = []) throws(CommandError) -> any Command.Type {
        if let command = command(named: commandName) { return command }
        let all = "see '\(name) --help'"
        if commandName.hasPrefix("-") {
            let options = rest.lazy.compactMap { command(named: $0) }.first?.declaration.allOptions ?? []
            let names = ["--help", "--version"] + options.filter { !$0.isHidden }.map { "--\($0.long)" }
            let hint = NearestName.suggestion(for: commandName, among: names)
            throw CommandError(
                .usage, "unknown option \(Redactor.shown(name: commandName))",
                hint: hint ?? explainWord(commandName, .command(rest: rest))
                    ?? "options stand after the command; \(all)")
        }
        let known = listedCommands.flatMap { $0.heading.names } + ["help"]
        // A word that something is known of is no secret.
        let explanation = explainWord(commandName, .command(rest: rest))
        throw CommandError(
            .usage,
            "unknown command '\(explanation == nil ? Redactor.shown(argument: commandName) : commandName)'",
            hint: explanation ?? NearestName.suggestion(for: commandName, among: known) ?? all)
    }

    private func help(arguments: [String], _ context: ProcessContext, _ console: Console) throws -> ExitStatus {
        if arguments.first == "--man" {
            let command = try arguments.dropFirst().first.map { try find($0) }
            let alias = command.flatMap { $0.heading.name == arguments.last ? nil : $0 }
            let text =
                alias.map { ManualPage.reference(to: $0, of: self) } ?? ManualPage(usage(of: command), of: self).text
            console.writeRaw(Array(text.utf8))
            return .success
        }
        let names = arguments.filter { !["--help", "-h", "--", "--json"].contains($0) }
        if let option = names.first(where: { $0.hasPrefix("-") }) {
            throw CommandError(.usage, "unknown option \(Redactor.shown(name: option))", hint: "see '\(name) --help'")
        }
        if names.count > 1 {
            throw CommandError(
                .usage, "argument '\(Redactor.shown(name: names[1]))' is one too many",
                hint: "one command at a time: '\(name) help \(Redactor.shown(argument: names[0]))'")
        }
        guard let name = names.first, name != "help" else { return help(nil, context, console) }
        return help(try find(name), context, console)
    }

    private func help(_ command: (any Command.Type)?, _ context: ProcessContext, _ console: Console) -> ExitStatus {
        let text = help(command, context)
        if Program.wantsJSON(context.arguments), command?.declaration.takesRawArguments != true {
            console.write(json: ["help": .string(text.plain)])
        } else {
            console.write(text)
        }
        return .success
    }

    private func help(_ command: (any Command.Type)?, _ context: ProcessContext) -> StyledText {
        HelpPage(usage(of: command), width: min(context.width, 100)).text
    }

    private func usage(of command: (any Command.Type)?) -> UsagePage {
        command.map { UsagePage(self, $0) } ?? UsagePage(self)
    }

    /// The arguments that may be options.
    private static func options(of arguments: [String]) -> ArraySlice<String> {
        arguments.prefix { $0 != "--" }
    }

    /// Whether the answer is JSON, even to arguments that cannot be parsed.
    private static func wantsJSON(_ arguments: [String]) -> Bool {
        let options = options(of: arguments)
        return options.contains("--json") || options.contains("--format=json")
            || zip(options, options.dropFirst()).contains { $0 == "--format" && $1 == "json" }
    }

    /// The colour policy, even of arguments that cannot be parsed.
    private static func colorPolicy(_ arguments: [String]) -> ColorPolicy {
        var policy = ColorPolicy.auto
        var isValue = false
        for argument in options(of: arguments) {
            let value = isValue ? argument : argument.hasPrefix("--color=") ? String(argument.dropFirst(8)) : nil
            if let value, let named = ColorPolicy(rawValue: value) { policy = named }
            isValue = argument == "--color"
        }
        return policy
    }
}
