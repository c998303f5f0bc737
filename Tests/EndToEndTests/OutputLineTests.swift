import Foundation
import Testing

/// Text from files and arguments never begins a line: to what reads the log, `::error::` would be a command.
@Suite struct OutputLineTests {
    private static let command = "\n::error::made-up"
    private let home: ScratchHome

    init() throws {
        home = try ScratchHome()
        let x = Self.command
        let condarc =
            "channels: [\(quoted("a" + x)), \(quoted("b\r::error::cr")), \(quoted("https://h.example/t/tk-made-up/c" + x))]\n"
            + "\(quoted("key" + x)): 1\nssl_verify: \(quoted("/no/where" + x))\n"
            + "custom_channels: {\(quoted("m" + x)): \(quoted("https://x.example/" + x))}\n"
            + "custom_multichannels: {\(quoted("mm" + x)): [\(quoted("z" + x))]}\n"
            + "channel_settings: [{channel: \(quoted("https://h.example/*" + x)), auth: \(quoted("x" + x))}]\n"
            + "proxy_servers: {\(quoted("http" + x)): \(quoted("http://h.example" + x))}\n"
        try home.write(Array(condarc.utf8), to: ".condarc")
        let policy =
            "version: 1\nforbid: {channels: [\(quoted("a" + x))], keys: [\(quoted("key" + x))]}\n"
            + "require: {channels: [\(quoted("r" + x))]}\n"
        try home.write(Array(policy.utf8), to: "policy.yml")
        try home.write(Array("chanels: [a]\n: :".utf8), to: "d/\(x).yml")
        try home.write(Array("a: b: c\n".utf8), to: "d/x\(x)/.condarc")
        let payload =
            "{\"domain\": \"anaconda.com\", \"version\": 2, \"repo_tokens\": [{\"token\": \"made-up-token-0123456789\", "
            + "\"org_name\": \(quoted("org" + x))}]}"
        let entry = Data(payload.utf8).base64EncodedString()
        let keyring =
            "{\"Anaconda Cloud\": {\"anaconda.com\": \"\(entry)\", \(quoted("d" + x)): \"!!!\", \(quoted("two" + x)): \"\(entry)\"}}"
        try home.write(Array(keyring.utf8), to: ".anaconda/keyring")
        for name in ["https%3A%2F%2Fh.example%2F%0A%3A%3Aerror%3A%3Amade-up.token", "\(x).token", "bad%0A\(x).token"] {
            try home.write(Array("made-up-token-0123456789\n".utf8), to: ".config/binstar/\(name)")
        }
        let mamba = "{\(quoted("host" + x)): {\"type\": \"CondaToken\", \"token\": \"made-up-token-9876543210\"}}"
        try home.write(Array(mamba.utf8), to: ".mamba/auth/authentication.json")
    }

    /// As JSON writes a text, which YAML reads as well.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\n", with: "\\n").replacingOccurrences(of: "\r", with: "\\r") + "\""
    }

    // Not `config`: what it writes is what conda writes.
    @Test(arguments: [
        ["show"], ["show", "--origin"], ["sources"], ["check"], ["check", "d"], ["check", "--fix", "-n", "--diff"],
        ["explain", "channels"], ["explain", "a" + command], ["explain", "mm" + command], ["explain", "ssl_verify"],
        ["explain", "custom_channels"], ["get"], ["paths"], ["enforce", "policy.yml", "--check", "--diff"],
        ["append", "channels", "q" + command, "--diff", "-n"], ["set", "nokey" + command, "x"],
        ["remove", "channels", "zz" + command], ["describe", "x" + command], ["apply", "policy.yml", "-n", "--diff"],
        ["--bad" + command], ["bad" + command], ["check", "d/" + command + ".yml"],
    ])
    func `no line of condarc-tool begins with text from a file or argument`(_ arguments: [String]) throws {
        try expectNoCommand(BuiltProgram("condarc-tool"), arguments)
    }

    @Test(arguments: [
        ["report"], ["doctor"], ["doctor", "--fix", "-n"], ["paths"], ["which", "https://h.example/c" + command],
        ["which", "a" + command], ["get", "--org", "no" + command], ["remove", "--org", "no" + command],
        ["migrate", "--from", "keyring", "--to", "conda-token", "-n"], ["migrate", "--org", "o" + command, "-n"],
        ["sync", "--to", "rattler", "--org", "org" + command, "-n"], ["logout", "-n", "--diff"],
        ["report", "--format", "prometheus"],
    ])
    func `no line of keyring-tool begins with text from a file or argument`(_ arguments: [String]) throws {
        try expectNoCommand(BuiltProgram("keyring-tool"), arguments)
    }

    private func expectNoCommand(_ program: BuiltProgram, _ arguments: [String]) throws {
        let outcome = try program.run(arguments, in: home)
        #expect(!(outcome.output + outcome.errors).isEmpty)
        for text in [outcome.output, outcome.errors] {
            // A carriage return begins a line on a terminal. Its scalars, for a CR and LF are one character.
            let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
            for line in lines {
                #expect(!String(line).trimmingCharacters(in: .whitespaces).hasPrefix("::"), "\(String(line))")
            }
        }
    }
}
