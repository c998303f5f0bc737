import CommandLineKit
import Condarc
import HostPlatform

/// `set KEY VALUE`
enum SetCommand: Command {
    static let heading = CommandHeading("set", summary: "give a parameter a value")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .one(
                    .primitiveKey,
                    help: "The parameter, by its name or an alias, or an entry of a map, such as `proxy_servers.http`."),
                .one(.valueOfKey, help: "The value, in any form that conda understands for the parameter's type."),
            ],
            options: Option.forTarget + Option.forEditing,
            description: [
                "Gives a parameter, or an entry of a map, a value. The value is checked and brought to the parameter's type: "
                    + "`yes` is written as `true` where a boolean is due. An alias is written under the parameter's own name, "
                    + "unless the file uses the alias already. Settings of plugins (`plugins.NAME`) are written as they are.",
                SharedNotes.whatStays,
            ],
            examples: [
                "condarc-tool set channel_priority strict": "Take packages from the first channel that has them.",
                "condarc-tool set --system proxy_servers.https http://proxy.example:3128":
                    "Set a proxy for all users of the base installation.",
            ],
            notes: [
                "Lists are edited with `prepend`, `append`, `remove` and `set-channels`.", SharedNotes.doubts,
                SharedNotes.standardStreams,
            ],
            explainSurplus: explanation, explainMissing: hint)
    }

    /// A call for the parameter that was named.
    private static func hint(forMissingAfter operands: [String]) -> String? {
        guard let word = operands.first else { return nil }
        let key = String(word.prefix { $0 != "=" })
        guard let parameter = ParameterTable.parameter(forKey: key) else { return nil }
        if key != word {
            guard case .sequence = parameter.type else { return nil }
            return slip(in: key, String(word.dropFirst(key.count + 1)))?.hint
        }
        let value: String
        switch parameter.type {
        case .primitive(.bool), .primitive(.boolOrNull), .primitive(.stringOrBool): value = "true"
        case .primitive(.choice(let choice)): value = choice.values[0]
        case .primitive(.int), .primitive(.float), .primitive(.boolOrInt): value = "3"
        case .primitive: value = "VALUE"
        case .sequence: return "a list takes items: condarc-tool append \(key) ITEM"
        case .map: return "an entry of it is set: condarc-tool set \(key).NAME VALUE"
        }
        return "such as 'condarc-tool set \(key) \(value)'; see 'condarc-tool describe \(key)'"
    }

    private static func explanation(ofSurplus operands: [String]) -> CommandError? {
        let key = operands[0]
        let hint =
            switch ParameterTable.parameter(forKey: key)?.type {
            case .map:
                "write the entry behind a dot: condarc-tool set \(key).\(Redactor.shown(name: operands[1])) VALUE"
            case .sequence: "a list takes items: " + ItemArguments.call("append", operands)
            default:
                "put a value with blanks in quotes; one key is set at a time, and an environment is named by --prefix DIR"
            }
        return CommandError(.usage, "there is an argument too many: one value follows one key", hint: hint)
    }

    /// What would be written, and hardly can be meant.
    private static func slip(in key: String, _ text: String) -> CommandError? {
        switch ParameterTable.parameter(forKey: key)?.type {
        case .sequence(.primitive, _): return slip(inList: key, text)
        case .map: return slip(inMap: key, text)
        case .primitive(let type) where Coercion.isNoFalse(text, as: type):
            return CommandError(
                .invalid, "'\(key)': '\(text)' is no false",
                hint: "write true or false; to remove the key: condarc-tool unset \(key)")
        default: break
        }
        if let list = NamedPlace.list(ofItem: key),
            case .sequence(.primitive, _)? = ParameterTable.parameter(forKey: list)?.type
        {
            return CommandError(
                .invalid, "'\(list)' is a list, whose items have no names",
                hint: "write all of it: condarc-tool set-channels "
                    + (list == "channels" ? "" : "--key \(list) ") + "ITEM ITEM")
        }
        guard case ("proxy_servers", let entry?) = NamedPlace.parts(of: key), !entry.contains(":"),
            let scheme = ProxyScheme.meant(by: entry[...])
        else { return nil }
        return CommandError(
            .invalid, "proxy_servers: conda asks for no proxy by the name '\(entry)'",
            hint: "condarc-tool set proxy_servers.\(scheme) \(ItemArguments.shown(text))")
    }

    private static func slip(inList key: String, _ text: String) -> CommandError {
        let items = ItemArguments.words(text)
        let isEmpty = items.isEmpty || ["none", "null", "~", "false", "empty"].contains(text.lowercased())
        let call = key == "channels" ? ["condarc-tool set-channels"] : ["condarc-tool append", ShellWord.quoted(key)]
        return CommandError(
            .invalid, "'\(key)' is a list, and set gives a single value",
            hint: isEmpty
                ? "condarc-tool clear \(key)" : (call + items.map(ItemArguments.shown)).joined(separator: " "))
    }

    /// `http=http://proxy:80`, or the URL alone.
    private static func slip(inMap key: String, _ text: String) -> CommandError? {
        let name = text.prefix(while: \.isLetter)
        let rest = text[name.endIndex...]
        guard !name.isEmpty, rest.hasPrefix("=") || key == "proxy_servers" && rest.hasPrefix("://") else { return nil }
        let value = rest.hasPrefix("=") ? String(rest.dropFirst()) : text
        return CommandError(
            .invalid, "'\(key)' is a map, and set gives a single value",
            hint: "name the entry: condarc-tool set \(key).\(name) "
                + (Redactor.redact(value: value) == value ? ShellWord.quoted(value) : "URL"))
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let (key, text) = (invocation.operands[0], invocation.operands[1])
        // An empty text is false to conda: ssl_verify would be switched off.
        guard !text.isEmpty else {
            throw CommandError(
                .usage, "the value is empty",
                hint:
                    "is a variable of the shell not set? To remove the key: condarc-tool unset \(ShellWord.quoted(key))"
            )
        }
        if let slip = slip(in: key, text) { throw slip }
        return try EditRun.run(
            invocation, wishing: [.value(text, key: key)], mayBeDoubtful: ValueDoubts.isWorthALook(text, key: key)
        ) { editor in
            try editor.set(key, to: text)
            return EditAnswer()
        }
    }
}
