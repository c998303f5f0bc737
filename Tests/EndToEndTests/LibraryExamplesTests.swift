import Foundation
import TestSupport
import Testing

@Suite struct `The README's lines about the libraries` {
    @Test func `are one of the example programs`() throws {
        let readme = try String(contentsOfFile: PackagePlaces.root + "/README.md", encoding: .utf8)
        let program = try String(
            contentsOfFile: PackagePlaces.root + "/Tests/LibraryExamples/Sources/readme/main.swift", encoding: .utf8)
        let shown = try #require(readme.firstMatch(of: /```swift\n((?s).*?)```/)).1
        #expect(program.hasSuffix("a test compares them.\n" + shown))
    }
}

/// The libraries as another package uses them: `Tests/LibraryExamples` depends on this one by path.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CONDARC_TOOLKIT_ALL"] != nil, "only with Scripts/test --all"))
struct LibraryExamplesTests {
    private static let package = PackagePlaces.root + "/Tests/LibraryExamples"

    /// Where the examples were built; the second time only what has changed is compiled.
    private static let programs = Result<String, any Error> {
        let home = try ScratchHome()
        let scratch = PackagePlaces.root + "/.build/library-examples"
        let swift = BuiltProgram(path: "/usr/bin/env")
        let built = try swift.run(
            ["swift", "build", "--package-path", package, "--scratch-path", scratch], in: home,
            environment: ProcessInfo.processInfo.environment)
        guard built.status == 0 else { throw NotBuilt(why: built.output + built.errors) }
        return "\(scratch)/debug"
    }

    struct NotBuilt: Error {
        let why: String
    }

    private func run(
        _ name: String, _ arguments: [String] = [], in home: ScratchHome, input: String = ""
    ) throws -> BuiltProgram.Outcome {
        try BuiltProgram(path: "\(try Self.programs.get())/\(name)").run(arguments, in: home, input: input)
    }

    @Test func `a program of forty lines edits a condarc and keeps its comments`() throws {
        let home = try ScratchHome(condarc: "channels:\n  - conda-forge   # first\n# the end\n")
        let outcome = try run("edit-condarc", ["HOME/.condarc", "bioconda"], in: home)
        #expect(outcome == .init(status: 0, output: "changed \(home.path)/.condarc\n", errors: ""))
        #expect(home.text() == "channels:\n  - conda-forge   # first\n  - bioconda\n# the end\n")
        #expect(try run("edit-condarc", ["HOME/.condarc", "bioconda"], in: home).output == "nothing to do\n")
    }

    @Test func `what conda would refuse is an error with its line, and nothing is written`() throws {
        let home = try ScratchHome(condarc: "channels: {}\nchannels: []\n")
        let outcome = try run("edit-condarc", ["HOME/.condarc", "bioconda"], in: home)
        #expect(outcome.status == 3)
        #expect(outcome.output == "\(home.path)/.condarc:2: the key 'channels' stands twice\n")
        #expect(home.text() == "channels: {}\nchannels: []\n")
    }

    @Test func `channels come with the places that give them`() throws {
        let home = try ScratchHome(condarc: "channels:\n  - conda-forge\n")
        try home.write(Array("channels: [nvidia]\n".utf8), to: ".conda/.condarc")
        #expect(
            try run("list-channels", in: home).output
                == "conda-forge  \(home.path)/.condarc:2\nnvidia  \(home.path)/.conda/.condarc:1\n")
    }

    @Test func `tokens are shown redacted, and their way is planned and not gone`() throws {
        let home = try ScratchHome()
        let name = ".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"
        try home.write(Array("made-up-token-0123456789".utf8), to: name)
        let report = try run("report-tokens", in: home)
        #expect(report.output.contains("conda-token  https://repo.anaconda.cloud/repo/  …6789\n"))
        #expect(!report.output.contains("made-up"))
        let plan = try run("plan-migration", ["my-org"], in: home)
        #expect(
            plan.output == """
                copy https://repo.anaconda.cloud/repo/ …6789 to keyring (anaconda.com, organization my-org), \
                then remove it from conda-token
                it would change something

                """)
        #expect(home.text(of: name) == "made-up-token-0123456789")
        #expect(home.bytes(of: ".anaconda/keyring") == nil)
    }

    @Test func `any YAML text is edited without losing a byte`() throws {
        let outcome = try run("set-yaml", ["b", "two"], in: try ScratchHome(), input: "a: 1 # one\r\nb:   2\r\n")
        #expect(outcome == .init(status: 0, output: "a: 1 # one\r\nb:   two\r\n", errors: ""))
    }

    @Test func `what the README shows runs`() throws {
        let home = try ScratchHome(condarc: "channels: [conda-forge]\n")
        let outcome = try run("readme", in: home)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("conda-forge "), "\(outcome)")
    }

    @Test func `no example is longer than forty lines`() throws {
        let sources = Self.package + "/Sources"
        for name in try FileManager.default.contentsOfDirectory(atPath: sources) {
            let text = try String(contentsOfFile: "\(sources)/\(name)/main.swift", encoding: .utf8)
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 40)
        }
    }
}
