import CommandLineKit
import LosslessJSON

/// A program with one command of each sort of option.
let greet = Program(
    name: "greet", version: "1.2.3", summary: "say hello", description: ["Says hello to `people`."],
    commands: [
        HelloCommand.self, RawCommand.self, EarlyCommand.self, LookCommand.self, PlacesCommand.self, DiffCommand.self,
        CompletionCommand.self,
    ])

enum HelloCommand: Command {
    static let heading = CommandHeading("hello", aliases: ["hi"], summary: "greet people")

    static let loud = Option("loud", short: "l", help: "Shout.", group: "volume")
    static let soft = Option("soft", short: "s", help: "Whisper.", group: "volume")
    static let times = Option("times", short: "t", value: .text("N"), help: "Say it so often.")
    static let tongue = Option("tongue", value: .choice("LANG", of: ["english", "french"]), help: "The language.")
    static let title = Option("title", value: .text("TITLE"), help: "A title.", isRepeatable: true)

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.oneOrMore(.text("NAME"), help: "Whom to greet.")],
            options: [loud, soft, times, tongue, title] + Option.forWriting,
            description: ["Says hello."], examples: ["greet hello Ada": "Greet Ada:"])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        if invocation.operands == ["nobody"] {
            throw CommandError(.notFound, "nobody is there", path: "/home/a", line: 3, column: 5, hint: "try 'Ada'")
        }
        let options = ["loud", "soft", "times", "tongue", "title"].compactMap { name in
            invocation.arguments.optionValues[name].map { "\(name)=\($0.joined(separator: ","))" }
        }
        if invocation.wantsJSON {
            invocation.console.write(json: ["names": .array(invocation.operands.map { .string($0) })])
        } else {
            invocation.console.writeLine("\((invocation.operands + options).joined(separator: " "))")
        }
        return .success
    }
}

enum RawCommand: Command {
    static let heading = CommandHeading("raw", summary: "take anything")
    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.zeroOrMore(.text("ARGUMENT"), help: "Anything.")], description: ["Takes it."],
            takesRawArguments: true)
    }
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        invocation.console.writeLine("\(invocation.operands.joined(separator: "|"))")
        return .negative
    }
}

/// Fails with its argument as the hint.
enum LookCommand: Command {
    static let heading = CommandHeading("look", summary: "look somewhere", isHidden: true)
    static let at = Option("at", value: .directory(), help: "Where.", group: "place", saysWhere: true)
    static let here = Option("here", help: "Here.", group: "place", saysWhere: true)

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.text("HINT"), help: "What to do.")], options: [at, here] + Option.forAllCommands,
            description: ["Looks."])
    }
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        throw CommandError(.notFound, "nothing is there", hint: invocation.operands[0])
    }
}

/// Tells where things are.
enum PlacesCommand: Command {
    static let heading = CommandHeading("places", summary: "tell where things are", isHidden: true)

    static var declaration: CommandDeclaration {
        CommandDeclaration(options: Option.forAllCommands, description: ["Tells."])
    }
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        invocation.console.write([
            ("things:", nil), ("  a", "/home/ann/f:1"), ("  a long one", "/home/ann/f:2"),
            ("  one that leaves no room", "/home/ann/f:3"),
        ])
        invocation.console.writeParagraph("  - ", "one two three four five six seven", indent: 4)
        return .success
    }
}

/// Shows a change of bytes that are not to reach a terminal or log.
enum DiffCommand: Command {
    static let heading = CommandHeading("diff", summary: "show a change", isHidden: true)

    static var declaration: CommandDeclaration {
        CommandDeclaration(options: Option.forAllCommands, description: ["Shows it."])
    }
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        invocation.console.write(
            diff: UnifiedDiff.text(
                from: Array("a\t\r\nb\n".utf8),
                to: Array("a\t\r\n\u{1B}[31mc\u{202E}\u{200B}\u{FEFF}\u{E0041}\u{2028}d\re\n".utf8), oldName: "f",
                newName: "f"))
        return .success
    }
}

/// Begins its result before it fails.
enum EarlyCommand: Command {
    static let heading = CommandHeading("early", summary: "fail late", isHidden: true)
    static var declaration: CommandDeclaration {
        CommandDeclaration(options: Option.forAllCommands, description: ["Fails late."])
    }
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        try invocation.console.openJSON()
        throw CommandError(.conflict, "too late")
    }
}
