import CommandLineKit
import LosslessJSON
import Testing

@Suite struct VariableCheckTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `secrets in variables are told and not shown`() {
        home.environment = [
            "BINSTAR_API_TOKEN": MadeUp.token, "ANACONDA_AUTH_API_KEY": MadeUp.other,
            "CONDA_CHANNELS": "https://h.example/t/\(MadeUp.token)/x,defaults",
        ]
        let outcome = home.run("doctor", "--json")
        #expect(outcome.codes.sorted() == ["environment-secret", "setting-overrides-keyring", "token-variable"])
        #expect(!outcome.output.contains("made-up"))
    }
}
