import CondaURL
import HostPlatform

/// Reads the arguments after a command's name, by the command's declaration.
struct ArgumentParser {
    let declaration: CommandDeclaration
    /// How the command is called, for messages, such as `condarc-tool append`.
    let callName: String
    /// Whether something has a name in the working directory.
    var hasFile: (String) -> Bool = { _ in false }
    /// What a shell puts in place of `~`, and of a variable.
    var environment = Environment([:])
    /// What the program says to an option that the command does not have, and to a value of one that takes none.
    var explain: (String, WordPlace) -> String? = { _, _ in nil }

    private var command: String { String(callName.split(separator: " ").last ?? "") }

    /// - Parameter parsed: what was read, as far as that went where it throws.
    func parse(_ arguments: [String], into parsed: inout ParsedArguments) throws(CommandError) {
        try parseOptions(arguments, into: &parsed)
        if !parsed.has(.help), !declaration.takesRawArguments {
            try checkGroups(parsed)
            try checkOperands(parsed)
        }
    }

    /// The same, whatever is missing or excludes each other.
    func parseOptions(_ arguments: [String], into parsed: inout ParsedArguments) throws(CommandError) {
        if declaration.takesRawArguments {
            parsed.operands = arguments
            return
        }
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                parsed.operands += rest
                break
            } else if argument.hasPrefix("--") {
                try parseLong(argument, &rest, &parsed)
            } else if argument.count > 1, argument.hasPrefix("-"), !isNegativeNumber(argument) {
                try parseShort(argument, &rest, &parsed)
            } else {
                parsed.operands.append(argument)
            }
        }
    }

    /// Whether the argument is a value such as `-1`, which no option looks like.
    private func isNegativeNumber(_ argument: String) -> Bool {
        guard let second = argument.utf8.dropFirst().first else { return false }
        return second >= UInt8(ascii: "0") && second <= UInt8(ascii: "9")
    }

    private func parseLong(
        _ argument: String, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
    ) throws(CommandError) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0]
        guard let option = declaration.allOptions.first(where: { "--\($0.long)" == name }) else { throw unknown(name) }
        guard parts.count > 1 else { return try addNext(option, shown: name, &rest, &parsed) }
        guard option.value != nil else {
            throw CommandError(
                .usage, "option \(name) takes no value",
                hint: explain(name, .value(parts[1], of: command)) ?? "write \(name) alone, or leave it out")
        }
        try add(parts[1], to: option, &parsed)
    }

    private func parseShort(
        _ argument: String, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
    ) throws(CommandError) {
        var letters = argument.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = declaration.allOptions.first(where: { $0.short == letter }) else {
                throw unknown("-\(letter)", in: argument)
            }
            if option.value != nil, !letters.isEmpty {
                try add(String(letters), to: option, &parsed)
                return
            }
            try addNext(option, shown: "-\(letter)", &rest, &parsed)
        }
    }

    private func addNext(
        _ option: Option, shown: String, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
    ) throws(CommandError) {
        guard let value = option.value else {
            parsed.optionValues[option.long, default: []].append("")
            // With all arguments there already, a word behind it was most likely meant for it.
            if let next = rest.first, !next.hasPrefix("-"), !parsed.operands.isEmpty,
                parsed.operands.count >= declaration.leastOperands,
                let hint = explain(shown, .value(next, of: command))
            {
                let flag = shown.hasPrefix("--") ? shown : "\(shown) is --\(option.long), which"
                parsed.valueOfFlag = Message(
                    .note,
                    "\(flag) takes no value: '\(Redactor.shown(argument: next))' is an argument of its own",
                    hint: hint)
            }
            return
        }
        guard let next = rest.first, !isOption(next) else {
            throw CommandError(
                .usage, "option \(shown) needs a value \(value.name)",
                hint: value.choices.map { "one of " + $0.joined(separator: ", ") }
                    ?? "write the \(value.name) behind it; see '\(callName) --help'")
        }
        rest.removeFirst()
        try add(next, to: option, &parsed)
        while option.takesSeveral, let next = rest.first, !next.hasPrefix("-") {
            rest.removeFirst()
            try add(next, to: option, &parsed)
        }
    }

    /// Whether it is an option of the command rather than the value of the one before it.
    private func isOption(_ word: String) -> Bool {
        word.hasPrefix("-") && declaration.allOptions.contains { $0.spellings.contains(word) }
    }

    private func add(_ value: String, to option: Option, _ parsed: inout ParsedArguments) throws(CommandError) {
        if let kind = option.value { try check(value, kind, "option --\(option.long)") }
        if option.isRepeatable {
            parsed.optionValues[option.long, default: []].append(value)
        } else {
            // One of them would be passed over without a word. A colour is nothing to lose: an alias may have one.
            if option.long != Option.color.long, let before = parsed.value(option), before != value {
                let (first, second) = (Redactor.shown(argument: before), Redactor.shown(argument: value))
                throw CommandError(
                    .usage, "option --\(option.long) is given twice",
                    hint: "give it once: of '\(first)' and '\(second)' only one would count")
            }
            parsed.optionValues[option.long] = [value]
            if option.isHidden, option.long == Option.format.long, value == "json" {
                parsed.optionValues[Option.json.long] = [""]
            }
        }
    }

    private func check(_ value: String, _ kind: ValueKind, _ what: String) throws(CommandError) {
        // It would mean the working directory.
        if value.isEmpty, kind.isPath {
            throw CommandError(.usage, "\(what) is empty", hint: "is a variable of the shell not set?")
        }
        if kind.isPath, let unexpanded = UnexpandedPath(value, environment),
            unexpanded.isCertain || !(hasFile(unexpanded.sign) || hasFile(value))
        {
            let place = what.hasPrefix("option ") ? what.dropFirst("option ".utf8.count) + " " : ""
            throw CommandError(
                .usage, "\(what) begins with '\(unexpanded.sign)', which no shell has expanded",
                hint: unexpanded.whole.map { "write `\(place)\(ShellWord.quoted($0))`" }
                    ?? "write the whole path; for one that is called so, './' in front of it")
        }
        // Nothing would be found there, and every message would show the path.
        if kind.isPath, !value.utf8.contains(UInt8(ascii: "/")), MisplacedToken.isOne(value), !hasFile(value) {
            throw CommandError(
                .usage, "\(what) takes a path, and '\(Redactor.redacted(secret: value))' looks like a token",
                hint: (declaration.options.contains { $0.long == "token-env" }
                    ? "give a token on standard input or with --token-env NAME; " : "")
                    + "for a file of that name, write './' in front of it")
        }
        guard let choices = kind.choices, !choices.contains(value) else { return }
        // A word that something is known of is no secret.
        let explanation = kind.explainOther?(value)
        let shown = explanation == nil ? Redactor.shown(argument: value) : value
        throw CommandError(
            .usage, "\(what) is one of \(choices.joined(separator: ", ")), not '\(shown)'",
            hint: explanation ?? NearestName.suggestion(for: value, among: choices)
                ?? choices.first { !value.isEmpty && $0.contains(value) }.map { "did you mean '\($0)'?" }
                ?? "write one of these")
    }

    private func checkGroups(_ parsed: ParsedArguments) throws(CommandError) {
        var given: [String: Option] = [:]
        for option in declaration.options where parsed.has(option) {
            guard let group = option.group else { continue }
            if let other = given[group] {
                throw CommandError(
                    .usage, "options --\(other.long) and --\(option.long) exclude each other",
                    hint: "leave one of them out")
            }
            given[group] = option
        }
    }

    private func checkOperands(_ parsed: ParsedArguments) throws(CommandError) {
        let operands = parsed.operands
        if operands.count < declaration.leastOperands {
            let missing = declaration.operands.flatMap { Array(repeating: $0.value.name, count: $0.minimum) }
            throw CommandError(
                .usage, "argument \(missing[operands.count]) is missing", hint: hint(forMissingAfter: parsed))
        }
        if !declaration.operands.contains(where: { $0.maximum == nil }) {
            let maximum = declaration.operands.reduce(0) { $0 + ($1.maximum ?? 0) }
            if operands.count > maximum {
                if let found = parsed.valueOfFlag { throw CommandError(.usage, found.text, hint: found.hint) }
                throw surplus(operands, operands[maximum])
            }
        }
        var position = 0
        for operand in declaration.operands {
            let end = operand.maximum.map { min(position + $0, operands.count) } ?? operands.count
            for value in operands[position..<max(position, end)] {
                try check(value, operand.value, "argument \(operand.value.name)")
            }
            position = max(position, end)
        }
    }

    /// What people write in place of a blank, else an example.
    private func hint(forMissingAfter parsed: ParsedArguments) -> String {
        let operands = parsed.operands
        // `KEY=VALUE` of a command that knows better what it is for.
        if operands.count == 1, operands[0].contains("="), let hint = declaration.explainMissing?(operands) {
            return hint
        }
        if let last = operands.last, let sign = last.firstIndex(of: "="), sign != last.startIndex,
            case let (key, value) = (String(last[..<sign]), String(last[last.index(after: sign)...])),
            Redactor.shown(name: key) == key
        {
            // What may be a secret is not repeated.
            let isShown = Redactor.shown(argument: value) == value && Redactor.redact(value: last) == last
            let words = operands.dropLast() + [key, isShown && !value.isEmpty ? value : "VALUE"]
            return
                "write a blank in place of the '=': \(callName) \(words.map(ShellWord.quoted).joined(separator: " "))"
        }
        // A word that is no path was most likely an argument.
        if let taker = declaration.options.first(where: { option in
            guard let value = parsed.value(option), option.value != nil else { return false }
            return option.takesSeveral
                || (option.saysWhere && !operands.isEmpty && !value.contains("/") && !value.contains("."))
        }) {
            let (option, kind) = ("--\(taker.long)", taker.value?.name ?? "value")
            if taker.takesSeveral { return "\(option) takes all that follows: write the argument in front of it" }
            return
                "\(option) took '\(Redactor.shown(name: parsed.value(taker) ?? ""))' as its \(kind): write the \(kind) behind it"
        }
        // pip's `-r`.
        if let list = declaration.options.lazy.filter(\.saysWhere).compactMap({ parsed.value($0) })
            .first(where: { $0.hasSuffix(".txt") || $0.hasSuffix(".list") }), !operands.isEmpty
        {
            let name = ShellWord.quoted(Redactor.shown(name: list))
            return
                "that option names the file to work on; what a file lists is given as words: $(cat \(name)) in its place"
        }
        if let hint = declaration.explainMissing?(operands) { return hint }
        if let choices = declaration.operands.first?.value.choices, operands.isEmpty {
            return "one of " + choices.joined(separator: ", ")
        }
        let example = declaration.examples().first { $0.key.hasPrefix(callName) }
        return (example.map { "such as '\($0.key)'; " } ?? "") + "see '\(callName) --help'"
    }

    private func surplus(_ operands: [String], _ first: String) -> CommandError {
        if operands.contains("=") {
            return CommandError(
                .usage, "an argument is '=' alone", hint: "leave it out: a blank stands between key and value")
        }
        let taken = declaration.operands.map(\.value.name)
        let what = taken.isEmpty ? "options" : taken.joined(separator: " and ")
        return declaration.explainSurplus?(operands)
            ?? CommandError(
                .usage, "argument '\(Redactor.shown(name: first))' is one too many",
                hint: "\(command) takes \(what) alone; see '\(callName) --help'")
    }

    /// - Parameter argument: the argument that has the option's letter in it.
    private func unknown(_ option: String, in argument: String? = nil) -> CommandError {
        let names = declaration.allOptions.filter { !$0.isHidden }.map(\.long)
        let given = String(option.drop { $0 == "-" })
        let ofWord = argument.flatMap { self.hint(forLetters: $0, among: names) }
        var hint = ofWord
        hint = hint ?? declaration.optionHints()[option] ?? explain(option, .option(of: command))
        hint = hint ?? OptionSynonyms.hint(for: option, among: names.map { "--\($0)" })
        hint = hint ?? NearestName.of(given, among: names).map { "did you mean '--\($0)'?" }
        hint = hint ?? explain(option, .strangeOption(of: command))
        let beginnings = names.filter { given.hasPrefix($0 + "-") }
        hint = hint ?? beginnings.max { $0.utf8.count < $1.utf8.count }.map { "did you mean '--\($0)'?" }
        return CommandError(
            .usage, "unknown option \(Redactor.shown(name: ofWord == nil ? option : argument ?? option))",
            hint: hint ?? offer)
    }

    /// `-file`, and `- item`; nil for a letter alone.
    private func hint(forLetters argument: String, among names: [String]) -> String? {
        let word = String(argument.dropFirst())
        if word.hasPrefix(" ") { return "leave out the '- ', which YAML has in front of an item" }
        guard word.count > 2 else { return nil }
        let name = String(word.prefix { $0 != "=" })
        if names.contains(name) { return "did you mean '--\(name)'?" }
        return name == word ? "leave out the '-'; what begins with one on purpose stands behind '--'" : nil
    }

    /// What the command has, for someone who meant none of it.
    private var offer: String {
        let common = Option.forAllCommands.map(\.long)
        let own = declaration.options.filter { !$0.isHidden && !common.contains($0.long) }.map { "--\($0.long)" }
        return "it has \(own.isEmpty ? "none of its own" : own.joined(separator: ", ")): see '\(callName) --help'"
    }
}
