import Testing

@Suite struct `Mending files with the built program` {
    @Test func `nothing is changed if the result cannot be written`() throws {
        let program = try BuiltProgram("condarc-tool")
        let home = try ScratchHome(condarc: "channels: [a, a]\n")
        let (bytes, status) = (home.bytes(), home.status())
        let outcome = try program.run(["check", "--fix", "--json", ".condarc"], in: home, outputPath: "/dev/full")
        #expect(outcome.status == 4)
        #expect(home.bytes() == bytes && home.status() == status)
    }

    @Test func `a thousand files are checked in one call, each named that has a finding`() throws {
        let program = try BuiltProgram("condarc-tool")
        let home = try ScratchHome()
        let names = (0..<1000).map { "\($0).yml" }
        for (number, name) in names.enumerated() {
            try home.write(Array((number % 100 == 7 ? "offline: maybe\n" : "offline: no\n").utf8), to: name)
        }
        let outcome = try program.run(["check"] + names, in: home)
        #expect(outcome.status == 1)
        let found = outcome.output.split(separator: "\n").filter { $0.contains(": wrong-type: ") }
        #expect(found.map { $0.prefix { $0 != ":" } } == (0..<10).map { "\($0 * 100 + 7).yml" })
        #expect(outcome.errors == "condarc-tool: 1000 files checked: 10 errors\n")
    }
}
