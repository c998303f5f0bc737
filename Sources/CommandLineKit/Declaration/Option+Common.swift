extension Option {
    package static let help = Option("help", short: "h", help: "Show this page.")
    package static let json = Option("json", help: "Write exactly one JSON object to standard output, on errors too.")
    static let format = Option("format", value: .choice("FORMAT", of: ["text", "json"]), help: "", isHidden: true)
    package static let color = Option(
        "color", value: .choice("WHEN", of: ["auto", "always", "never"]),
        help: "Colour the output: `auto` (the default) on a terminal and without `NO_COLOR`, `always`, or `never`.")

    package static let dryRun = Option("dry-run", short: "n", help: "Show what would change and change nothing.")
    package static let check = Option(
        "check", help: "The same as `--dry-run`, but exit with status 1 if something would change.")
    package static let reveal = Option("reveal", help: "Show tokens and passwords of URLs in full.")
    package static let diff = Option("diff", help: "Show the change as a unified diff, secrets redacted.")

    package static let quiet = Option(
        "quiet", short: "q", help: "Write no notes and no confirmations; errors and results stay.", group: "verbosity")
    package static let verbose = Option(
        "verbose", short: "v", help: "Say more: what is left out or folded otherwise.", group: "verbosity")

    package static let backup = Option(
        "backup",
        help:
            "Keep the old content of a file that changes beside it, as `NAME.<UTC time>.bak`, with its mode and owner.")

    /// What every command takes.
    package static let forAllCommands: [Option] = [.json, .quiet, .verbose, .color]

    /// What every command that writes takes.
    package static let forWriting: [Option] = [.dryRun, .check, .diff] + forAllCommands
}
