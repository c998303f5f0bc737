import CondaURL
import Condarc
import HostPlatform

extension CondaArguments {
    /// Reads the words after `conda config`.
    ///
    /// Source: CPython, `argparse.ArgumentParser.parse_args`.
    init(_ words: [String]) throws(UsageError) {
        var given: [Declared.Group: String] = [:]
        var rest = words[...]
        var last: (name: String, values: [String])?
        while let word = rest.popFirst() {
            guard case .option(let option, let name, var values) = try Self.meaning(of: word) else {
                throw UsageError(
                    message: "unrecognized arguments: \(word)",
                    hint: Self.hint(forUnknown: [word] + rest.prefix { !$0.hasPrefix("-") }, behind: last))
            }
            if let group = option.group {
                if let other = given[group], !option.names.contains(other) {
                    throw UsageError(message: "argument \(name): not allowed with argument \(other)")
                }
                given[group] = option.names[0]
            }
            let most =
                switch option.arity {
                case .none: 0
                case .exactly(let count): count
                case .any: Int.max
                }
            // Letters after a short flag are further short flags.
            if most == 0, let joined = values.first {
                // conda looks for `-v` beforehand, on its own.
                let isOfVerbosity = name == "-v" && joined.contains { $0 != "v" }
                guard !word.hasPrefix("--"), !isOfVerbosity else {
                    throw UsageError(message: "argument \(name): ignored explicit argument '\(joined)'")
                }
                rest.insert("-" + joined, at: rest.startIndex)
                values = []
            } else if values.isEmpty {
                while values.count < most, let next = rest.first, try !Self.isOption(next), next != "--" {
                    values.append(next)
                    rest.removeFirst()
                }
            }
            if case .exactly(let count) = option.arity, values.count != count {
                throw UsageError(
                    message: "argument \(name): expected \(count == 1 ? "one argument" : "\(count) arguments")",
                    hint: count == 2 ? "write the key and the value behind it: \(name) KEY VALUE" : nil)
            }
            take(option, values)
            last = (name, values)
        }
    }

    /// - Parameter option: what stands in front of the words, with its own.
    private static func hint(forUnknown words: [String], behind option: (name: String, values: [String])?) -> String? {
        let word = words[0]
        if !word.hasPrefix("-"), let option, option.values.count == 2 {
            if option.name == "--set" { return "put a value with blanks in quotes" }
            let items = [option.values[1]] + words
            // Each goes in front of those before it.
            let ordered = ["--prepend", "--add"].contains(option.name) ? items.reversed() : items
            return "one value an option: "
                + ordered.map { ([option.name, option.values[0], ItemArguments.shown($0)]).joined(separator: " ") }
                .joined(separator: " ")
        }
        if !word.hasPrefix("-"), let option, option.name == "--remove-key" {
            let call = ["--remove"] + option.values + words.map(ItemArguments.shown)
            return "--remove-key takes a whole key away; to take an item out: " + call.joined(separator: " ")
        }
        if ParameterTable.parameter(forKey: word) != nil {
            return "did you mean '--show \(word)', or '--get \(word)' for one file?"
        }
        let name = word.hasPrefix("-") ? String(word.prefix { $0 != "=" }) : "--" + word
        if ["--global", "--user", "--local"].contains(name) {
            return "leave it out: the user's file is the default, and --system means that of the base installation"
        }
        if ["--list", "-l"].contains(name) { return "did you mean '--show'?" }
        let names = declared.flatMap(\.names).filter { $0.hasPrefix("--") }
        if let option = names.first(where: { name.hasPrefix($0 + "-") }),
            let parameter = ParameterTable.parameter(
                forKey: name.dropFirst(option.count + 1).map { $0 == "-" ? "_" : String($0) }.joined())
        {
            let values = words.dropFirst().map(ItemArguments.shown)
            return "write a blank there: "
                + ([option, parameter.name] + (values.isEmpty ? ["VALUE"] : values)).joined(separator: " ")
        }
        let acts = declared.filter { [.action, .change].contains($0.group) }.flatMap(\.names)
        return names.contains(name)
            ? "did you mean '\(name)'?"
            : NearestName.suggestion(for: name, among: names)
                ?? "it has \(acts.joined(separator: ", ")): see 'condarc-tool config --help'"
    }

    private enum Meaning {
        case word
        /// With the value that stands in the same word, if there is one.
        case option(Declared, name: String, values: [String])
    }

    private static func isOption(_ word: String) throws(UsageError) -> Bool {
        if case .option = try meaning(of: word) { return true }
        // What looks like an option but is none cannot be a value either.
        return word.hasPrefix("-") && word != "-" && !isNegativeNumber(word) && !word.utf8.contains(UInt8(ascii: " "))
    }

    /// Source: CPython, `argparse.ArgumentParser._parse_optional`.
    private static func meaning(of word: String) throws(UsageError) -> Meaning {
        guard word.hasPrefix("-"), word != "-", word != "--" else { return .word }
        if let option = option(named: word) { return .option(option, name: word, values: []) }
        let equals = word.utf8.firstIndex(of: UInt8(ascii: "="))
        let name = equals.map { String(word[..<$0]) } ?? word
        let value = equals.map { [String(word[word.utf8.index(after: $0)...])] } ?? []
        if equals != nil, let option = option(named: name) { return .option(option, name: name, values: value) }
        let matches =
            word.hasPrefix("--")
            ? declared.flatMap { option in option.names.filter { $0.hasPrefix(name) }.map { ($0, option, value) } }
            : shortMatches(word)
        if matches.count > 1 {
            throw UsageError(
                message: "ambiguous option: \(word) could match \(matches.map(\.0).joined(separator: ", "))")
        }
        if let match = matches.first { return .option(match.1, name: match.0, values: match.2) }
        return .word
    }

    /// `-pDIR`, `-vq`: a short option and what is joined to it; or the beginning of a long name with one dash.
    private static func shortMatches(_ word: String) -> [(String, Declared, [String])] {
        let short = String(word.prefix(2))
        let joined = String(word.dropFirst(2))
        return declared.flatMap { option in
            option.names.filter { $0 == short || ($0.hasPrefix(word) && !$0.hasPrefix("--")) }.map {
                ($0, option, [joined])
            }
        }
    }

    private static func option(named name: String) -> Declared? { declared.first { $0.names.contains(name) } }

    private static func isNegativeNumber(_ word: String) -> Bool {
        let digits = word.utf8.dropFirst()
        guard digits.last?.isDigit == true else { return false }
        return digits.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
            && digits.filter { $0 == UInt8(ascii: ".") }.count <= 1
    }
}
