import Testing

@Suite struct HelpPageTests {
    @Test(arguments: ["condarc-tool", "keyring-tool"], [80, 100])
    func `no line of any page is wider than the terminal`(name: String, width: Int) throws {
        let program = try BuiltProgram(name)
        let home = try ScratchHome()
        func page(_ arguments: [String]) throws -> String {
            try program.run(arguments, in: home, environment: ["COLUMNS": String(width)]).output
        }
        let overview = try page(["--help"])
        let listed = overview.split(separator: "\n").drop { $0 != "COMMANDS" }.dropFirst().prefix { $0.hasPrefix(" ") }
        let commands = listed.compactMap { line -> String? in
            let words = line.split(separator: " ")
            // What goes on below the beginning of its text names no command.
            return line.prefix { $0 == " " }.count == 7 && words.first != "See" ? words[0].filter { $0 != "," } : nil
        }
        #expect(commands.count > 10)
        for page in [overview] + (try commands.map { try page(["help", $0]) }) {
            #expect(page.hasPrefix("NAME\n"))
            #expect(page.split(separator: "\n").filter { $0.count > width } == [])
        }
    }
}
