import LosslessYAML

/// The arguments of `conda config`, read as Python's argparse reads them.
struct CondaArguments {
    var json = false
    var verbosity = 0
    var quiet = false
    var force = false
    var debug = false
    var trace = false
    var console: String?
    var system = false
    var env = false
    var file: String?
    var name: String?
    var prefix: String?
    var show: [String]?
    var showSources = false
    var validate = false
    var describe: [String]?
    var writeDefault = false
    var get: [String]?
    var stdin = false
    /// Shows tokens and passwords: not one of conda's.
    var reveal = false
    var backup = false
    /// `--append` first: within each kind, the order given.
    var edits: [Edit] = []

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
        let apply: @Sendable (inout CondaArguments, [String]) -> Void

        enum Group: Hashable {
            case location, action, change
        }
    }

    static let declared: [Declared] = [
        Declared(names: ["--json"], arity: .none, group: nil) { $0.json = $1.isEmpty },
        Declared(names: ["--console"], arity: .exactly(1), group: nil) { $0.console = $1[0] },
        Declared(names: ["-v", "--verbose"], arity: .none, group: nil) { arguments, _ in arguments.verbosity += 1 },
        Declared(names: ["--debug"], arity: .none, group: nil) { $0.debug = $1.isEmpty },
        Declared(names: ["--trace"], arity: .none, group: nil) { $0.trace = $1.isEmpty },
        Declared(names: ["-q", "--quiet"], arity: .none, group: nil) { $0.quiet = $1.isEmpty },
        Declared(names: ["--reveal"], arity: .none, group: nil) { $0.reveal = $1.isEmpty },
        // Not conda's.
        Declared(names: ["--backup"], arity: .none, group: nil) { $0.backup = $1.isEmpty },
        Declared(names: ["--system"], arity: .none, group: .location) { $0.system = $1.isEmpty },
        Declared(names: ["--env"], arity: .none, group: .location) { $0.env = $1.isEmpty },
        Declared(names: ["--file"], arity: .exactly(1), group: .location) { $0.file = $1[0] },
        Declared(names: ["-n", "--name"], arity: .exactly(1), group: .location) { $0.name = $1[0] },
        Declared(names: ["-p", "--prefix"], arity: .exactly(1), group: .location) { $0.prefix = $1[0] },
        Declared(names: ["--show"], arity: .any, group: .action) { $0.show = $1 },
        Declared(names: ["--show-sources"], arity: .none, group: .action) { $0.showSources = $1.isEmpty },
        Declared(names: ["--validate"], arity: .none, group: .action) { $0.validate = $1.isEmpty },
        Declared(names: ["--describe"], arity: .any, group: .action) { $0.describe = $1 },
        Declared(names: ["--write-default"], arity: .none, group: .action) { $0.writeDefault = $1.isEmpty },
        Declared(names: ["--get"], arity: .any, group: .change) { $0.get = $1 },
        edit(["--append"], .append),
        edit(["--prepend", "--add"], .prepend),
        edit(["--set"], .set),
        edit(["--remove"], .remove),
        edit(["--clear"], .clear, words: 1),
        edit(["--remove-key"], .removeKey, words: 1),
        Declared(names: ["--stdin"], arity: .none, group: .change) { $0.stdin = $1.isEmpty },
        Declared(names: ["-f", "--force"], arity: .none, group: nil) { $0.force = $1.isEmpty },
    ]

    private static func edit(_ names: [String], _ kind: Edit.Kind, words: Int = 2) -> Declared {
        Declared(names: names, arity: .exactly(words), group: .change) {
            $0.edits.append(Edit(kind: kind, key: $1[0], value: words > 1 ? $1[1] : ""))
        }
    }
}
