import CommandLineKit
import Testing

@Suite struct ShowCommandTests {
    @Test func `flat lines are the same on two machines with the same files`() throws {
        func lines(bases: [String], root: String, _ condarc: String) throws -> String {
            let home = try ToolHome(condarc: condarc)
            for base in bases { try home.write("", to: base + "/x") }
            return home.run(["show", "--flat", "--root", "HOME/" + root]).output
        }
        let condarc = """
            envs_dirs: [~/envs, /opt/envs]
            pkgs_dirs: []
            custom_channels: {team: https://conda.example/x}
            custom_multichannels:
              ours: [team, conda-forge]

            """
        let first = try lines(bases: ["one/conda-bld", "one/envs"], root: "one", condarc)
        #expect(
            first == """
                custom_channels.team: https://conda.example/x
                custom_multichannels.ours: team
                custom_multichannels.ours: conda-forge
                envs_dirs: ~/envs
                envs_dirs: /opt/envs
                pkgs_dirs:

                """)
        #expect(try lines(bases: ["other/conda-meta"], root: "other", condarc) == first)
    }

    @Test func `flat lines are no JSON`() throws {
        let outcome = try ToolHome().run(["show", "--flat", "--json"])
        #expect(outcome.status == .usage && outcome.output.contains("--flat"))
    }
}
