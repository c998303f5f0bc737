import CommandLineKit
import Condarc

extension Option {
    static let user = Option("user", help: "Take `~/.condarc`: the default.", group: "target")
    static let system = Option(
        "system", help: "Take `.condarc` of the base installation: see `--root`.", group: "target", saysWhere: true)
    static let env = Option(
        "env", help: "Take `.condarc` of the active environment, `$CONDA_PREFIX`.", group: "target", saysWhere: true)
    static let prefix = Option(
        "prefix", value: .directory(), help: "Take `.condarc` of the environment in this directory.", group: "target",
        saysWhere: true)
    static let file = Option(
        "file", value: .file(),
        help: "Take this file; `-` is standard input, and an edit writes its result to standard output.",
        group: "target", saysWhere: true)
    static let root = Option(
        "root", value: .directory(),
        help:
            "The base installation; without it `CONDA_ROOT`, else what `CONDA_EXE`, else what `conda` on `PATH` tells.",
        saysWhere: true)

    /// What names the file that a command reads or edits.
    static let forTarget: [Option] = [.user, .system, .env, .prefix, .file, .root]

    /// What every command that edits a file takes.
    static let forEditing: [Option] = [.backup] + forWriting

}

extension ValueKind {
    /// A parameter, of any kind.
    static let key = ValueKind.completing("KEY") { _, _ in ConfigurationCandidates.parameters() }

    /// A key of the file that the command is about.
    static let keyInFile = ValueKind.completing("KEY") { invocation, _ in
        ConfigurationCandidates(invocation).keysInFile
    }

    /// A list of the file that the command is about.
    static let listInFile = ValueKind.completing("KEY") { invocation, _ in
        ConfigurationCandidates(invocation).listsInFile
    }

    /// A parameter that is a list.
    static let sequenceKey = ValueKind.completing("KEY") { _, _ in
        ConfigurationCandidates.parameters { if case .sequence = $0.type { true } else { false } }
    }

    /// A list to be made empty: one of the file, if it has any.
    static let listToClear = ValueKind.completing("KEY") { invocation, _ in
        let own = ConfigurationCandidates(invocation).listsInFile
        return own.isEmpty
            ? ConfigurationCandidates.parameters { if case .sequence = $0.type { true } else { false } } : own
    }

    /// A parameter that is a single value, or an entry of a map.
    static let primitiveKey = ValueKind.completing("KEY") { invocation, current in
        ConfigurationCandidates.parameters { if case .primitive = $0.type { true } else { false } }
            + ConfigurationCandidates(invocation).entries(of: current)
    }

    /// A value of the parameter before it.
    static let valueOfKey = ValueKind.completing("VALUE") { invocation, _ in
        ConfigurationCandidates(invocation).valuesOfKey
    }

    /// An item of the list before it.
    static let itemOfKey = ValueKind.completing("VALUE") { invocation, _ in
        ConfigurationCandidates(invocation).itemsOfKey
    }

    /// A new item for the list before it.
    static let newItem = ValueKind.completing("VALUE") { invocation, _ in
        ConfigurationCandidates(invocation).newItems
    }

    static let channel = ValueKind.completing("CHANNEL") { invocation, _ in
        ConfigurationCandidates(invocation).channels(for: "channels")
    }

    /// A parameter or a channel.
    static let keyOrChannel = ValueKind.completing("KEY|CHANNEL") { invocation, _ in
        ConfigurationCandidates.parameters() + ConfigurationCandidates(invocation).knownChannels
    }
}

/// Paragraphs that several pages share.
enum SharedNotes {
    static let whatStays =
        "Only the lines that hold the change differ: comments, blank lines, quoting, indentation, line ends, the mode of the "
        + "file and a symbolic link to it stay as they are. Running the command again changes nothing."
    static let doubts =
        "What conda takes, and hardly is what was meant, is written, and told in a note: what `check` finds of the new values "
        + "alone, but for questions of trust."
    static let standardStreams =
        "With `--file -` the result is written to standard output, also when nothing changed; with `--dry-run`, `--check` or "
        + "`--diff` the difference is written in its place, and with `--json` the result is the member `content`."
}
