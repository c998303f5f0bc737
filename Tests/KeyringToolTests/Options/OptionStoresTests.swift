import CommandLineKit
import Testing

@testable import KeyringTool

@Suite struct OptionStoresTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: [
        ("get", "anaconda-auth", "did you mean 'keyring'?"), ("get", "binstar", "did you mean 'conda-token'?"),
        ("get", "keychain", "did you mean 'system'?"),
        ("get", "pixi", "that is another client's: keyring-tool sync --from rattler --to keyring"),
        ("set", "mamba", "keyring-tool sync --to mamba"),
        ("remove", "micromamba", "keyring-tool remove --org ORG --everywhere"),
        ("rotate", "rattler", "leave --store out"), ("get", "keyrng", "did you mean 'keyring'?"),
    ])
    func `a store by the name that people know is told as what it is`(command: String, word: String, hint: String) {
        let outcome = home.run(command, "--store", word)
        #expect(outcome.status == .usage && outcome.errors.contains(hint), "\(outcome.errors)")
    }

    @Test(arguments: [("repo", "did you mean 'repo-token'?"), ("api", "did you mean 'api-key'?")])
    func `a kind by a part of its name is told`(word: String, hint: String) {
        #expect(home.run("get", "--kind", word).errors.contains(hint))
    }

    @Test(
        arguments: [
            (["acme"], "keyring-tool get --org acme"), (["own.example"], "keyring-tool get --domain own.example"),
            (["https://h.example/a/"], "keyring-tool get --url https://h.example/a/"),
            (["keyring", "acme"], "keyring-tool get --store keyring --org acme"),
            (["own.example", "acme"], "keyring-tool get --domain own.example"),
            (["a", "b"], "what to work on is said by options, such as --org ORG"),
            // What may be a secret is not repeated.
            (["tk-0123456789abcdef"], "what to work on is said by options, such as --org ORG"),
            (["https://u:made-up@h/"], "what to work on is said by options"),
        ])
    func `an argument is told as the option that it was meant for`(operands: [String], hint: String) {
        let error = CommandError.surplusChoice(operands, of: "get")
        #expect(error.code == .usage && error.hint?.contains(hint) == true, "\(error.hint ?? "-")")
        #expect(error.hint?.contains("0123456789") == false && error.hint?.contains("made-up") == false)
    }
}
