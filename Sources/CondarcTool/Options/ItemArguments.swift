import CommandLineKit
import CondaURL
import Condarc
import HostPlatform

/// Items of a list as arguments.
enum ItemArguments {
    /// Throws `usage` for an empty one, which most likely comes from a variable that is not set, and `invalid` for several
    /// channels in one argument.
    ///
    /// - Parameter call: the command and its key, for the hint: `condarc-tool append channels`.
    static func check(_ items: [String], key: String, call: String) throws(CommandError) {
        if items.contains("") {
            throw CommandError(.usage, "an item is empty", hint: "is a variable of the shell not set?")
        }
        let areChannels = holdsChannels(key)
        if areChannels, let first = items.first, first == key || first == key + ":" {
            throw CommandError(
                .usage, "'\(first)' is the name of the list, not of a channel",
                hint: items.count == 1
                    ? "name the channels"
                    : "leave it out: \(call) \(items.dropFirst().map { ShellWord.quoted($0) }.joined(separator: " "))")
        }
        if let (name, flag) = items.lazy.compactMap(ShapeHint.flag).first {
            throw CommandError(
                .invalid, "#!\(flag) is a flag, and no part of an item",
                hint: (name.isEmpty ? "leave it out" : "give the item alone: \(call) \(shown(String(name)))")
                    + "; 'condarc-tool edit' opens the file to write the flag behind it")
        }
        if let sign = items.first(where: { ["=", "==", "<", ">", "<=", ">=", "!="].contains($0) }) {
            throw CommandError(
                .usage, "'\(sign)' is no item: blanks tear a package from its version",
                hint: "write them as one word in quotes: \(call) \(ShellWord.quoted(items.joined()))")
        }
        if areChannels, items.contains("-") {
            throw CommandError(
                .usage, "'-' is no channel", hint: "the list is not read from standard input: name the channels")
        }
        guard areChannels else { return }
        if let list = items.first(where: { $0.count > 2 && $0.hasPrefix("[") && $0.hasSuffix("]") }), !isSeveral(list) {
            throw CommandError(
                .invalid, "'\(list)' is a list as YAML writes it, and no channel",
                hint: "leave out the brackets: \(call) \(words(list).map(shown).joined(separator: " "))")
        }
        if let package = items.first(where: { $0.utf8.contains(UInt8(ascii: ":")) && !$0.contains("://") }),
            let separator = package.firstRange(of: "::")
        {
            throw CommandError(
                .invalid, "'\(package)' is a package of a channel, and no channel",
                hint: call + " "
                    + items.map { shown($0 == package ? String(package[..<separator.lowerBound]) : $0) }
                    .joined(separator: " "))
        }
        guard let several = items.first(where: isSeveral) else { return }
        let hasSecret = Redactor.redact(value: several) != several
        let separate = hasSecret ? [] : items.flatMap { isSeveral($0) ? words($0) : [$0] }
        throw CommandError(
            .invalid, "'\(several)' holds a \(several.contains(",") ? "comma" : "blank"), which no channel's name does",
            hint: "give each channel as an argument of its own"
                + (separate.isEmpty ? "" : ": \(call) \(separate.map(shown).joined(separator: " "))"))
    }

    /// What a command on items lacks where it has one argument: the list most likely, unless that is one.
    static func hint(forMissingAfter operands: [String], command: String) -> String? {
        guard let only = operands.first else { return nil }
        if let list = NamedPlace.list(ofItem: only) {
            return "an item is named by itself, not by its number: condarc-tool \(command) \(list) ITEM"
        }
        let parts = only.split(maxSplits: 1, whereSeparator: { ":=".contains($0) }).map(String.init)
        if parts.count == 2, ParameterTable.parameter(forKey: parts[0]) != nil {
            return "the list and each item are arguments of their own: " + call(command, parts)
        }
        if let parameter = ParameterTable.parameter(forKey: only) {
            guard case .primitive = parameter.type else {
                return "name the items behind it: condarc-tool \(command) \(only) ITEM"
            }
            return "\(only) is no list: condarc-tool " + (command == "remove" ? "unset \(only)" : "set \(only) VALUE")
        }
        return only.contains(".") && !only.contains("/")
            ? nil : "name the list in front of it: " + call(command, ["channels", only])
    }

    /// A command to copy, with the key and its items; of what may be a secret with a word for it.
    static func call(_ command: String, _ operands: [String]) -> String {
        let items = operands.dropFirst().map(shown)
        return (["condarc-tool", command] + operands.prefix(1).map(ShellWord.quoted) + items).joined(separator: " ")
    }

    /// An item as it is repeated in a command.
    static func shown(_ item: String) -> String { Redactor.shown(name: item) == item ? ShellWord.quoted(item) : "ITEM" }

    /// What is said of an item that looks like a slip of a well-known channel.
    static func notices(about items: [String], key: String) -> [Message] {
        guard holdsChannels(key) else { return [] }
        // What is no word at all is told by `ValueDoubts`.
        return items.filter { $0.utf8.allSatisfy { $0.isOfName || ".[]".utf8.contains($0) } }.compactMap { item in
            if ["none", "null", "[]"].contains(item.lowercased()) {
                return Message(
                    .note, "'\(item)' is the name of a channel here, and no empty list",
                    hint: "condarc-tool clear \(key)")
            }
            // Another rule knows better what `nodefaults` is for.
            guard item.count > 4, item != "nodefaults",
                let nearest = NearestName.of(item, among: WellKnownChannels.names), !nearest.hasPrefix(item)
            else { return nil }
            return Message(
                .note, "'\(item)' is nearly the name of a well-known channel", hint: "did you mean '\(nearest)'?",
                meantName: nearest)
        }
    }

    static func holdsChannels(_ key: String) -> Bool {
        let name = key.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(key[..<$0]) } ?? key
        return ParameterTable.parameter(forKey: name)?.texts.isChannel == true
    }

    /// A path may hold a blank or a comma, and a URL a comma; several of them do not stand in one argument, either.
    private static func isSeveral(_ item: String) -> Bool {
        guard item.unicodeScalars.contains(where: { $0 == "," || $0.properties.isWhitespace }) else { return false }
        let isPlace = item.contains("://") || item.hasPrefix("/") || item.hasPrefix(".") || item.hasPrefix("~")
        let isURL = item.contains("://") && !item.hasPrefix("file:")
        return !isPlace || isURL && item.contains(where: \.isWhitespace)
            || words(item).dropFirst().contains { $0.contains("://") }
    }

    /// What stands in one argument.
    static func words(_ item: String) -> [String] {
        // The brackets, quotes and dashes of YAML stand around names, and belong to none.
        item.split { $0 == "," || $0.isWhitespace || "[]'\"".contains($0) }.map(String.init).filter { $0 != "-" }
    }
}
