import LosslessYAML

/// The arguments of `conda config`, read as Python's argparse reads them.
struct CondaArguments {
    /// The options but for changes, by their long names.
    enum Name: String {
        case json, console, verbose, debug, trace, quiet, force
        case system, env, file, name, prefix
        case show, showSources = "show-sources", validate, describe, writeDefault = "write-default"
        case get, stdin
        /// Not conda's: `--reveal` shows tokens and passwords.
        case reveal, backup
    }

    /// The words behind each option that was given, of the last time; of an option that takes none an empty one each time.
    private(set) var given: [Name: [String]] = [:]
    /// `--append` first: within each kind, the order given.
    private(set) var edits: [Edit] = []

    func has(_ name: Name) -> Bool { given[name] != nil }
    func value(_ name: Name) -> String? { given[name]?.first }

    /// Takes an option with the words behind it.
    mutating func take(_ option: Declared, _ words: [String]) {
        switch option.meaning {
        case .option(let name): given[name] = if case .none = option.arity { (given[name] ?? []) + [""] } else { words }
        case .edit(let kind): edits.append(Edit(kind: kind, key: words[0], value: words.count > 1 ? words[1] : ""))
        }
    }

    /// One change that was asked for.
    struct Edit {
        enum Kind: CaseIterable {
            case prepend, append, set, remove, clear, removeKey

            var isOfItems: Bool { self == .prepend || self == .append || self == .remove }
        }

        let kind: Kind
        let key: String
        let value: String
    }

    /// Changes of one kind to one key.
    struct Batch {
        let kind: Edit.Kind
        let key: String
        var values: [String] = []
        /// Of each value, among all changes in the order in which conda makes them.
        var positions: [Int] = []
    }

    /// The changes in the order in which conda makes them, whatever the order of the options; those of one kind to one list
    /// that follow each other are one.
    ///
    /// - Parameter gathering: whether they are one also where others stand between, which leaves the same where none fails.
    func batches(gathering: Bool) -> [Batch] {
        var batches: [Batch] = []
        var position = 0
        for kind in Edit.Kind.allCases {
            var places: [YAMLValue: Int] = [:]
            for edit in edits where edit.kind == kind {
                if kind.isOfItems, let place = places[.string(edit.key)] {
                    batches[place].values.append(edit.value)
                    batches[place].positions.append(position)
                } else {
                    if !gathering { places = [:] }
                    places[.string(edit.key)] = batches.count
                    batches.append(Batch(kind: kind, key: edit.key, values: [edit.value], positions: [position]))
                }
                position += 1
            }
        }
        return batches
    }

    /// The arguments cannot be read; the message is for people.
    struct UsageError: Error {
        let message: String
        var hint: String?
    }
}

extension CondaArguments {
    /// How many words an option takes.
    enum Arity {
        case none
        case exactly(Int)
        case any
    }

    /// An option: its names and how it is read.
    struct Declared {
        let names: [String]
        let arity: Arity
        /// Of the options that share a group, only one may be given.
        let group: Group?
        let meaning: Meaning

        enum Meaning {
            case option(Name)
            case edit(Edit.Kind)
        }

        enum Group: Hashable {
            case location, action, change
        }
    }

    static let declared: [Declared] = [
        option(.json),
        option(.console, .exactly(1)),
        option(.verbose, short: "-v"),
        option(.debug),
        option(.trace),
        option(.quiet, short: "-q"),
        option(.reveal),
        option(.backup),
        option(.system, in: .location),
        option(.env, in: .location),
        option(.file, .exactly(1), in: .location),
        option(.name, short: "-n", .exactly(1), in: .location),
        option(.prefix, short: "-p", .exactly(1), in: .location),
        option(.show, .any, in: .action),
        option(.showSources, in: .action),
        option(.validate, in: .action),
        option(.describe, .any, in: .action),
        option(.writeDefault, in: .action),
        option(.get, .any, in: .change),
        edit(["--append"], .append),
        edit(["--prepend", "--add"], .prepend),
        edit(["--set"], .set),
        edit(["--remove"], .remove),
        edit(["--clear"], .clear, words: 1),
        edit(["--remove-key"], .removeKey, words: 1),
        option(.stdin, in: .change),
        option(.force, short: "-f"),
    ]

    private static func option(
        _ name: Name, short: String? = nil, _ arity: Arity = .none, in group: Declared.Group? = nil
    ) -> Declared {
        Declared(
            names: [short, "--\(name.rawValue)"].compactMap { $0 }, arity: arity, group: group, meaning: .option(name))
    }

    private static func edit(_ names: [String], _ kind: Edit.Kind, words: Int = 2) -> Declared {
        Declared(names: names, arity: .exactly(words), group: .change, meaning: .edit(kind))
    }
}
