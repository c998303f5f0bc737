/// Other programs' words for options.
enum OptionSynonyms {
    /// What to say to one that a command does not have; nil for a word that nobody uses so.
    ///
    /// - Parameter known: the command's options, with their dashes.
    static func hint(for option: String, among known: [String]) -> String? {
        if let meant = options(meantBy: option).first(where: known.contains) { return "did you mean '\(meant)'?" }
        return switch option {
        case "--force", "--yes", "--assume-yes", "-y": "nothing is asked here: leave it out"
        case "--exit-zero", "--no-fail": "write '|| true' behind the command to go on whatever it finds"
        case "--no-color", "--no-colour": "write --color never, or set NO_COLOR"
        default: nil
        }
    }

    private static func options(meantBy word: String) -> [String] {
        switch word {
        case "--global", "--home": ["--user"]
        case "--user", "--username", "--owner", "-u": ["--org"]
        case "--output", "--output-format", "-o": ["--format", "--json"]
        case "--raw", "--plain", "--bare": ["--value"]
        case "--show-origin", "--sources": ["--origin"]
        case "--config", "--config-file", "--path", "--rc", "-f": ["--file", "--token-file"]
        case "--file", "--from-file": ["--token-file"]
        case "--from-env", "--env-var": ["--token-env"]
        case "--simulate", "--pretend", "--preview", "--whatif", "--noop": ["--dry-run"]
        case "--silent": ["--quiet"]
        case "--unsafe-fixes", "--autofix", "--write", "--mend", "--repair": ["--fix"]
        case "--organization", "--organisation": ["--org"]
        case "--exclude", "--disable": ["--ignore"]
        case "--enable": ["--select"]
        case "--show-secrets", "--show-token", "--no-redact": ["--reveal"]
        default: []
        }
    }
}
