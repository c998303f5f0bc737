import Testing

@testable import Condarc

@Suite struct ForeignValueTests {
    @Test(arguments: [
        ("https&#58;//h/a", "https://h/a"), ("a&amp;b", "a&b"), ("[h](https://h.example/a)", "https://h.example/a"),
        ("https%3A%2F%2Fh%2Fa", "https://h/a"), ("conda\u{200B}-forge", "conda-forge"), ("conda–forge", "conda-forge"),
        ("“conda-forge”", "conda-forge"), ("conda\u{A0}forge", "conda forge"), ("%HOST%/a", "${HOST}: conda"),
        ("$(HOST)/a", "${HOST}: conda"), ("$HOST}/a", "${HOST}: conda"), ("$env:HOST", "${HOST}: conda"),
        ("$(whoami)", "${USER}"), ("@HOST@/a", "${HOST}: conda"), ("${HOST:-h}/a", "${HOST}, or the value itself"),
    ])
    func `what another program, page or keyboard put there is written as conda has it`(text: String, right: String) {
        #expect(ForeignValue.complaint(about: text)?.hint.hasPrefix("write \(right)") == true)
        // Without what explains it.
        let value = String(right.prefix { $0 != " " && $0 != ":" || right.hasPrefix("https") })
        #expect(right.contains(", or") || ForeignValue.complaint(about: value) == nil, "\(value)")
    }

    @Test(arguments: [
        "{{ channel }}", "{% if a %}", "<%= a %>", "#{a}", "%{a}", "@{a}", "%(a)s", "[[a]]", "…", "https://h/…/a",
        "...",
        "-----BEGIN CERTIFICATE-----", "$ANSIBLE_VAULT;1.1", "<your-channel>", "changeme", "https://h/TODO/a",
        "your-token",
        "xxx", "https://XXXX/a", "__HOST__", "REPLACE_ME", "strict !final", "a #!top",
    ])
    func `what was to be filled in is told`(text: String) { #expect(ForeignValue.complaint(about: text) != nil) }

    @Test(arguments: [
        "conda-forge", "https://h.example/a", "${HOST}/a", "$HOST/a", "https://u:${PW}@h/a", "https://h/%20a", "r",
        "exchange",
        "your", "xx", "todos", "a_b", "https://h:80/t/made-up/a", "~/a", "C:\\a", "канал", "a.b", "a__b", "100%",
        "kim@h",
        "https://h/a?b=c&d=e",
    ])
    func `what conda takes as it is is let pass`(text: String) { #expect(ForeignValue.complaint(about: text) == nil) }

    @Test func `where conda puts in no variables the value itself is due`() {
        let complaint = ForeignValue.complaint(about: "${HOST}", as: .word, expands: false)
        #expect(complaint?.hint == "write the value itself")
        #expect(ForeignValue.complaint(about: "%HOST%", as: .url, isWindows: true) == nil)
        #expect(ForeignValue.complaint(about: "%HOST%", as: .url) != nil)
    }

    @Test func `in free text only characters that look like others are told`() {
        #expect(ForeignValue.complaint(about: "({{ name }}) ", as: .free) == nil)
        #expect(ForeignValue.complaint(about: "(name)\u{200B}", as: .free) != nil)
    }

    @Test func `a placeholder of a token is told with where tokens go, and no token is shown`() {
        let complaint = ForeignValue.complaint(about: "https://h/t/<TOKEN>/a", as: .url)
        #expect(complaint?.hint.contains("keyring-tool set") == true)
    }
}
