import CommandLineKit
import LosslessJSON
import Testing

@Suite struct OrganizationNameTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: [
        ("my-org ", "my-org"), ("https://anaconda.cloud/my-org", "my-org"), ("'my-org'", "my-org"),
        ("my-org/main", "my-org"),
        ("https://repo.anaconda.cloud/repo/my-org/main", "my-org"),
        ("https://anaconda.com/organizations/my-org/", "my-org"),
    ])
    func `an organization's name that no channel has is met with the nearest`(name: String, nearest: String) throws {
        try home.writeToken(MadeUp.other)
        for command in ["set", "migrate"] {
            let outcome = home.run(command, "--org", name, input: MadeUp.token)
            #expect(outcome.status == .usage && outcome.errors.contains("hint: --org \(nearest)\n"))
        }
        #expect(home.text(of: ".anaconda/keyring") == nil)
        #expect(home.run("set", "--org", nearest, input: MadeUp.token).status == .success)
    }

    @Test func `a password in the place of an organization is not repeated`() {
        for name in ["user:made-up@h.example/c", "https://user:made-up#x@h.example/c", "https:/user:made-up@h/c"] {
            for command in ["set", "migrate"] {
                let outcome = home.run(command, "--org", name, input: MadeUp.token)
                #expect(outcome.status == .usage && !outcome.errors.contains("made-up"), "\(outcome)")
            }
        }
    }
}
