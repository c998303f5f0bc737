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

    @Test func `a token that is not there is met with what is there`() {
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        let outcome = home.run("rotate", "--org", "acne", input: MadeUp.other)
        #expect(outcome.status == .negative)
        #expect(outcome.errors.contains("did you mean 'acme'?"))
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

    @Test func `a report tells by its status what expires`() {
        _ = home.run("set", "--kind", "api-key", input: MadeUp.apiKey(expires: 4_000_000_000))
        #expect(home.run("report", "--expires-within", "30").status == .success)
        #expect(home.run("report", "--expires-within", "100000").status == .negative)
        #expect(home.run("report", "--expires-within", "x").status == .usage)
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        #expect(home.run("report").output.contains("–"))
        let metrics = home.run("report", "--format", "prometheus").output
        #expect(metrics.contains("keyring_tool_token_expiry_timestamp_seconds{"))
        #expect(!metrics.contains("aaaa"))
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
