import CommandLineKit
import LosslessJSON
import Testing

@Suite struct SettingCheckTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `settings that move a store are told`() throws {
        try home.write("ANACONDA_AUTH_KEYRING_PATH=/elsewhere/keyring\n", to: ".env")
        #expect(home.run("doctor", "--json").codes == ["dot-env-moves-keyring"])
        home.environment["ANACONDA_AUTH_KEYRING_PATH"] = home.path + "/k"
        #expect(home.run("doctor", "--json").codes == ["setting-without-effect"])
        try home.write("[plugin.auth]\npreferred_token_storage = 'system'\n", to: ".anaconda/config.toml")
        #expect(home.run("doctor", "--json").codes.contains("system-storage"))
        try home.write("[plugin.auth\n", to: ".anaconda/config.toml")
        #expect(home.run("doctor", "--json").codes.contains("settings-syntax"))
    }

    @Test(arguments: [
        ("ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "wrong-kind"), ("YOUR_API_KEY", "no-token"),
        (String(repeating: "0a1b2c3d", count: 5), "wrong-kind"),
    ])
    func `what is no API key is told of the variable for one`(text: String, code: String) {
        home.environment["ANACONDA_AUTH_API_KEY"] = text
        let outcome = home.run("doctor", "--json")
        #expect(outcome.status == .negative && outcome.codes == [code, "setting-overrides-keyring"])
        #expect(!outcome.output.contains(text))
    }
}
