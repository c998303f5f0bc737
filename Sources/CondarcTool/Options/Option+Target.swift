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
    /// What the file that the command is about, or the words before it, let a shell offer.
    private static func offering(
        _ name: String, _ candidates: @escaping @Sendable (ConfigurationCandidates) -> [Candidate]
    ) -> ValueKind { completing(name) { invocation, _ in candidates(ConfigurationCandidates(invocation)) } }

    /// A parameter, of any kind.
    static let key = offering("KEY") { _ in ConfigurationCandidates.parameters() }
    /// A key of the file.
    static let keyInFile = offering("KEY") { $0.keysInFile }
    /// A list of the file.
    static let listInFile = offering("KEY") { $0.listsInFile }
    /// A parameter that is a list.
    static let sequenceKey = offering("KEY") { _ in ConfigurationCandidates.lists }
    /// A list to be made empty: one of the file, if it has any.
    static let listToClear = offering("KEY") { $0.listsInFile.isEmpty ? ConfigurationCandidates.lists : $0.listsInFile }

    /// A parameter that is a single value, or an entry of a map.
    static let primitiveKey = completing("KEY") { invocation, current in
        ConfigurationCandidates.parameters { if case .primitive = $0.type { true } else { false } }
            + ConfigurationCandidates(invocation).entries(of: current)
    }

    /// A value of the parameter before it.
    static let valueOfKey = offering("VALUE") { $0.valuesOfKey }
    /// An item of the list before it.
    static let itemOfKey = offering("VALUE") { $0.itemsOfKey }
    /// A new item for the list before it.
    static let newItem = offering("VALUE") { $0.newItems }
    static let channel = offering("CHANNEL") { $0.channels(for: "channels") }
    /// A parameter or a channel.
    static let keyOrChannel = offering("KEY|CHANNEL") { ConfigurationCandidates.parameters() + $0.knownChannels }
}

/// Paragraphs that several pages share.
enum SharedNotes {
    static let whatStays =
        "Only the lines that hold the change differ: comments, blank lines, quoting, indentation, line ends, the mode of the "
        + "file and a symbolic link to it stay as they are. Running the command again changes nothing."
    static let doubts =
        "What conda takes, and hardly is what was meant, is written, and told in a note: what `check` finds of the new values "
        + "alone, but for questions of trust other than that a secret is in it."
    static let standardStreams =
        "With `--file -` the result is written to standard output, also when nothing changed; with `--dry-run`, `--check` or "
        + "`--diff` the difference is written in its place, and with `--json` the result is the member `content`."
}
