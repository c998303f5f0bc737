import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct RotateCommandTests {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    private func names(_ outcome: ToolHome.Outcome, _ list: String) -> [String] {
        guard case .array(let places)? = outcome.json[list] else { return [] }
        return places.compactMap { if case .string(let name)? = $0["store"] { name } else { nil } }
    }

    @Test func `the new token stands wherever the old one stood, in its place in the order`() {
        for org in ["acme", "second"] { _ = home.run("set", "--org", org, input: MadeUp.token + org) }
        _ = home.run("set", "--store", "conda-token", input: MadeUp.token + "acme")
        _ = home.run("sync", "--to", "mamba,rattler", "--org", "acme")
        #expect(home.run("rotate", "--org", "acme", "--check", input: MadeUp.other).status == .negative)
        let outcome = home.run("rotate", "--org", "acme", "--json", input: MadeUp.other)
        #expect(outcome.status == .success)
        #expect(names(outcome, "replaced") == ["conda-token", "mamba", "rattler", "keyring"])
        #expect(names(outcome, "failed").isEmpty)
        #expect(!outcome.output.contains(MadeUp.other) && !outcome.output.contains(MadeUp.token))
        let files = home.files.values.joined()
        #expect(!files.contains(MadeUp.token + "acme"))
        #expect(home.run("report").output.contains("acme (anaconda.com)"))
        #expect(home.run("get", "--org", "second").output == MadeUp.token + "second\n")
        let again = home.run("rotate", "--org", "acme", "--json", input: MadeUp.other)
        #expect(again.status == .success && again.json["changed"] == false)
    }

    @Test func `a store that cannot be read is told, and once it is mended one more run finishes`() throws {
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        _ = home.run("set", "--store", "conda-token", input: MadeUp.token)
        _ = home.run("sync", "--to", "rattler", "--org", "acme")
        let whole = try #require(home.text(of: ".rattler/credentials.json"))
        try home.write(String(whole.dropLast(3)), to: ".rattler/credentials.json")
        let outcome = home.run("rotate", "--org", "acme", "--json", input: MadeUp.other)
        #expect(outcome.status == .system)
        #expect(names(outcome, "failed").contains("rattler"))
        #expect(names(outcome, "replaced") == ["conda-token"])
        try home.write(whole, to: ".rattler/credentials.json")
        #expect(home.run("rotate", "--org", "acme", input: MadeUp.other).status == .success)
        #expect(home.run("get", "--org", "acme").output == MadeUp.other + "\n")
        #expect(home.text(of: ".rattler/credentials.json")?.contains(MadeUp.other) == true)
    }

    @Test func `without a choice another organization's token is never replaced, not by a second run either`() {
        _ = home.run("set", "--org", "one", input: MadeUp.token)
        _ = home.run("set", "--org", "two", input: MadeUp.token + "two")
        _ = home.run("set", "--url", "https://two.example/conda/", input: MadeUp.token + "two")
        #expect(home.run("rotate", input: MadeUp.other).status == .badData)
        #expect(home.run("rotate", "--org", "one", input: MadeUp.other).status == .success)
        for choice in [[], ["--store", "keyring"], ["--domain", "anaconda.com"], ["--kind", "repo-token"]] {
            let outcome = home.run(["rotate"] + choice, input: MadeUp.other)
            #expect(outcome.status == .badData, "\(choice)")
            #expect(
                outcome.errors.contains(
                    "2 tokens fit: keyring: repo-token one (anaconda.com) …bbbb, which is the new one"))
        }
        #expect(home.run("get", "--org", "two").output == MadeUp.token + "two\n")
        #expect(home.run("rotate", "--org", "one", input: MadeUp.other).errors.contains("nothing to do"))
    }

    @Test(arguments: [
        ".rattler/credentials.json", ".config/binstar", ".config/binstar/\(ToolHome.premium)", ".anaconda/keyring",
    ])
    func `without a choice what a failure left is finished by the same command`(name: String) throws {
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        _ = home.run("set", "--store", "conda-token", input: MadeUp.token)
        _ = home.run("sync", "--to", "rattler", "--org", "acme")
        // What is of another kind can neither be read nor written, even by root.
        let (path, aside) = ("\(home.path)/\(name)", "\(home.path)/aside")
        try FileManager.default.moveItem(atPath: path, toPath: aside)
        if name.hasSuffix("binstar") {
            try home.write("", to: name)
        } else {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        #expect(home.run("rotate", input: MadeUp.other).status == .system)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: aside, toPath: path)
        #expect(home.run("rotate", input: MadeUp.other).status == .success)
        #expect(!home.files.values.contains { $0.contains(MadeUp.token) })
        #expect(home.run("get", "--org", "acme").output == MadeUp.other + "\n")
    }

    @Test func `a token that is not there is met with what is there`() {
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        let outcome = home.run("rotate", "--org", "acne", input: MadeUp.other)
        #expect(outcome.status == .negative)
        #expect(outcome.errors.contains("did you mean 'acme'?"))
        #expect(!outcome.errors.contains("nothing to do"))
        #expect(home.run("rotate", input: MadeUp.other).status == .success)
    }

    @Test func `a token that is replaced is said so and keeps its place`() {
        for org in ["first", "second"] { _ = home.run("set", "--org", org, input: MadeUp.token) }
        let outcome = home.run("set", "--org", "first", input: MadeUp.other)
        #expect(outcome.errors.contains("replaced the token of first"))
        #expect(home.run("set", "--org", "first", input: MadeUp.other).errors.contains("nothing to do"))
        let output = home.run("report").output
        let places = ["first (", "second ("].map { output.range(of: $0)?.lowerBound }
        #expect(places[0].flatMap { first in places[1].map { first < $0 } } == true)
    }

    @Test func `a ruined keyring of which nothing is whole is not mended`() throws {
        try home.write("{\"Anaconda Cloud\": {\"anaconda.com\": \"e3", to: ".anaconda/keyring")
        let outcome = home.run("doctor", "--fix")
        #expect(outcome.status == .negative)
        #expect(!outcome.output.contains("mended:"))
        #expect(home.text(of: ".anaconda/keyring")?.hasPrefix("{\"Anaconda") == true)
        #expect(home.text(of: ".anaconda/keyring.damaged") == nil)
    }
}
