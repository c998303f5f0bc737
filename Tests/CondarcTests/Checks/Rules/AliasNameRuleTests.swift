import Testing

@testable import Condarc

@Suite struct AliasNameRuleTests {
    private let checking = CheckingText(select: ["alias-name"])

    @Test func `the parameter's own name is told, to whoever asks for it`() throws {
        let text = "channels: [conda-forge]\nauto_activate_base: false # at login\n"
        #expect(
            try checking.findings(text).told == """
                2:1-2:19: note: 'auto_activate_base' is an alias of 'auto_activate'
                  hint: write auto_activate
                """)
        #expect(try CheckingText().findings(text) == [])
    }

    @Test(arguments: ["auto_activate: false\n", "plugins: {yes: true}\n", "nope: 1\n", "proxy_servers: {yes: a}\n"])
    func `other names are let pass`(text: String) throws { #expect(try checking.findings(text) == []) }

    @Test func `aliases get the parameter's own name where that is asked for`() throws {
        let text = "yes: true\n'auto_activate_base': false # note\nverify_ssl: true\nssl_verify: true\n"
        #expect(
            try checking.repaired(text)
                == "always_yes: true\nauto_activate: false # note\nverify_ssl: true\nssl_verify: true\n")
        #expect(try checking.repaired("{yes: true, copy: false}\n") == "{always_yes: true, always_copy: false}\n")
    }

    @Test func `a name that comes from elsewhere in the file stays`() throws {
        for text in ["<<: {yes: true}\n", "x: &name yes\n*name : true\n"] {
            let found = try checking.findings(text)
            #expect(found.map(\.rule) == ["alias-name"] && found.allSatisfy { $0.fix == nil })
            #expect(try checking.repaired(text) == text)
        }
    }

    @Test func `of a key that stands twice neither gets another name`() throws {
        let text = "yes: true\nyes: false\n"
        #expect(try checking.places(text) == ["1:1 alias-name", "2:1 alias-name"])
        #expect(try checking.repaired(text) == text)
    }
}
