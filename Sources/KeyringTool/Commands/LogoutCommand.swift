import CommandLineKit

enum LogoutCommand: Command {
    static let heading = CommandHeading("logout", summary: "remove every token from every store")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: Option.forPlaces + Option.forWriting,
            description: [
                "Removes every token, API keys too, from every store, and the copies from the stores of other "
                    + "clients: the same as `remove --all --kind any --everywhere`. Passwords and other credentials "
                    + "in those files stay. anaconda-client's login to anaconda.org goes, too, and so do the damaged keyrings "
                    + "that `doctor --fix` kept.",
                "This forgets the tokens on this machine; it does not revoke them. What cannot be read or removed is named, and "
                    + "so is what looks like a token where no client reads it: in a file of another name in the directory "
                    + "of conda-token files or beside the keyring, or in a field of another name. The rest is done.",
            ],
            examples: [
                "keyring-tool logout -n": "Show what would go.",
                "keyring-tool logout": "Leave.",
            ],
            exitStatuses: [
                .negative: "With `--check`: a token would be removed.",
                .system: "Something could not be read or removed; the rest is done.",
            ],
            explainSurplus: { _ in
                .surplus("it removes every token of every store, and takes none by name: that does 'remove --org ORG'")
            },
            optionHints: [
                "--store": "to remove what one store holds: keyring-tool remove --all --kind any --store STORE",
                "--all": "it removes every token anyway: leave it out",
                "--org": "to remove one organization's token everywhere: keyring-tool remove --org ORG --everywhere",
                "--url": "to remove one token everywhere: keyring-tool remove --url URL --everywhere",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        try RemoveCommand.run(
            invocation.adding([RemoveCommand.all: "", RemoveCommand.kind: "any", RemoveCommand.everywhere: ""]))
    }
}
