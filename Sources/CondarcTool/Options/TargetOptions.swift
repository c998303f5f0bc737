import CommandLineKit
import Condarc

extension Option {
    static let user = Option("user", help: "Take `~/.condarc`: the default.", group: "target")
    static let system = Option(
        "system", help: "Take `.condarc` of the base installation: see `--root`.", group: "target")
    static let env = Option("env", help: "Take `.condarc` of the active environment, `$CONDA_PREFIX`.", group: "target")
    static let prefix = Option(
        "prefix", value: .directory(), help: "Take `.condarc` of the environment in this directory.", group: "target")
    static let file = Option(
        "file", value: .file(),
        help: "Take this file; `-` reads standard input and writes the result to standard output.", group: "target")
    static let root = Option(
        "root", value: .directory(),
        help:
            "The base installation; without it `CONDA_ROOT`, else what `CONDA_EXE`, else what `conda` on `PATH` tells.")

    /// What names the file that a command reads or edits.
    static let forTarget: [Option] = [.user, .system, .env, .prefix, .file, .root]

    static let reveal = Option("reveal", help: "Show tokens and passwords of URLs in full.")
}

extension ValueKind {
    /// A parameter, of any kind.
    static let key = ValueKind.suggesting("KEY") { ParameterTable.names }

    /// A parameter that is a list.
    static let sequenceKey = ValueKind.suggesting("KEY") {
        ParameterTable.all.filter { if case .sequence = $0.type { true } else { false } }.map(\.name).sorted()
    }

    /// A parameter that is a single value.
    static let primitiveKey = ValueKind.suggesting("KEY") {
        ParameterTable.all.filter { if case .primitive = $0.type { true } else { false } }.map(\.name).sorted()
    }
}

/// Paragraphs that several pages share.
enum SharedNotes {
    static let whatStays =
        "Only the lines that hold the change differ: comments, blank lines, quoting, indentation, line ends, the mode of the "
        + "file and a symbolic link to it stay as they are. Running the command again changes nothing."
    static let standardStreams =
        "With `--file -` the result is written to standard output, also when nothing changed; with `--dry-run`, `--check` or "
        + "`--diff` the difference is written in its place, and with `--json` the result is the member `content`."
}
