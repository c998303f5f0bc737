import CondaSession
import CondaURL
import HostPlatform
import CommandLineKit
import Condarc

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
        if let first = items.first, first == key, holdsChannels(key) {
            throw CommandError(
                .usage, "'\(key)' is the name of the list, not of a channel",
                hint: items.count == 1
                    ? "name the channels"
                    : "leave it out: \(call) \(items.dropFirst().map { ShellWord.quoted($0) }.joined(separator: " "))")
        }
        guard holdsChannels(key), let several = items.first(where: isSeveral) else { return }
        let separate = items.flatMap { isSeveral($0) ? words($0) : [$0] }
        throw CommandError(
            .invalid, "'\(several)' holds a \(several.contains(",") ? "comma" : "blank"), which no channel's name does",
            hint: "give each channel as an argument of its own"
                + (separate.isEmpty
                    ? "" : ": \(call) \(separate.map { ShellWord.quoted($0) }.joined(separator: " "))"))
    }

    /// What a command on items lacks where it has one argument: the list most likely, unless that is one.
    static func hint(forMissingAfter operands: [String], command: String) -> String? {
        guard let only = operands.first else { return nil }
        guard ParameterTable.parameter(forKey: only) == nil else {
            return "name the items behind it: condarc-tool \(command) \(only) ITEM"
        }
        return only.contains(".") && !only.contains("/")
            ? nil : "name the list in front of it: " + call(command, ["channels", only])
    }

    /// A command to copy, with the key and its items; of what may be a secret with a word for it.
    static func call(_ command: String, _ operands: [String]) -> String {
        let items = operands.dropFirst().map { Redactor.shown(name: $0) == $0 ? ShellWord.quoted($0) : "ITEM" }
        return (["condarc-tool", command] + operands.prefix(1).map(ShellWord.quoted) + items).joined(separator: " ")
    }

    /// What is said of an item that can be no channel, or looks like a slip of a well-known one.
    static func notices(about items: [String], key: String) -> [EditAnswer.Notice] {
        guard holdsChannels(key) else { return items.flatMap { doubts(about: $0, key: key) } }
        return items.compactMap { item in
            if let complaint = ChannelComplaint(about: item) { return .init(complaint.message, hint: complaint.hint) }
            return WellKnownChannels.nearest(to: item).map {
                .init("'\(item)' is nearly the name of a well-known channel", hint: "did you mean '\($0)'?")
            }
        }
    }

    private static func doubts(about text: String, key: String) -> [EditAnswer.Notice] {
        guard let parameter = ParameterTable.parameter(forKey: key),
            let complaint = DoubtfulValueRule.complaint(
                about: text, in: parameter, nearestName: { NearestName.of($0, among: $1) })
        else { return [] }
        return [.init("\(key): \(complaint.message)", hint: complaint.hint)]
    }

    /// What is said of a value that is hardly meant, and of an entry's that can be no URL.
    static func notices(aboutValue text: String, key: String) -> [EditAnswer.Notice] {
        if key == "solver" || key == "subdir" { return doubts(about: text, key: key) }
        guard let dot = key.utf8.firstIndex(of: UInt8(ascii: ".")),
            case let name = String(key[..<dot]), ["proxy_servers", "custom_channels"].contains(name),
            let parameter = ParameterTable.parameter(forKey: name),
            let complaint = UnknownSchemeRule.complaint(
                about: text, in: parameter, nearestName: { NearestName.of($0, among: $1) })
        else { return [] }
        return [.init("'\(text)': \(complaint.message)", hint: complaint.hint)]
    }

    private static func holdsChannels(_ key: String) -> Bool {
        let name = key.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(key[..<$0]) } ?? key
        let lists = ["channels", "default_channels", "allowlist_channels", "denylist_channels", "custom_multichannels"]
        return lists.contains(name) || lists.contains(ParameterTable.parameter(forKey: name)?.name ?? name)
    }

    /// A path may hold a blank or a comma, and a URL a comma; several of them do not stand in one argument, either.
    private static func isSeveral(_ item: String) -> Bool {
        guard item.unicodeScalars.contains(where: { $0 == "," || $0.properties.isWhitespace }) else { return false }
        let isPlace = item.contains("://") || item.hasPrefix("/") || item.hasPrefix(".") || item.hasPrefix("~")
        let isURL = item.contains("://") && !item.hasPrefix("file:")
        return !isPlace || isURL && item.contains(where: \.isWhitespace)
            || words(item).dropFirst().contains { $0.contains("://") }
    }

    private static func words(_ item: String) -> [String] {
        item.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
}
