extension Option {
    package static let help = Option("help", short: "h", help: "Show this page.")
    package static let json = Option("json", help: "Write exactly one JSON object to standard output, on errors too.")
    package static let color = Option(
        "color", value: .choice("WHEN", of: ["auto", "always", "never"]),
        help: "Colour the output: `auto` (the default) on a terminal and without `NO_COLOR`, `always`, or `never`.")

    package static let dryRun = Option(
        "dry-run", short: "n", help: "Show what would change and change nothing.")
    package static let check = Option(
        "check", help: "The same as `--dry-run`, but exit with status 1 if something would change.")
    package static let diff = Option(
        "diff", help: "Show the change as a unified diff, secrets redacted.")

    /// What every command takes.
    package static let forAllCommands: [Option] = [.json, .color]

    /// What every command that writes takes.
    package static let forWriting: [Option] = [.dryRun, .check, .diff] + forAllCommands
}
