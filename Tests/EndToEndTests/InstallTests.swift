import Foundation
import TestSupport
import Testing

/// `Scripts/install`, of programs that are built already.
@Suite struct InstallTests {
    private static func install(
        _ arguments: [String], in home: ScratchHome, environment: [String: String] = [:]
    ) throws -> BuiltProgram.Outcome {
        let bash = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        return try BuiltProgram(path: bash ?? "/bin/bash").run(
            [PackagePlaces.root + "/Scripts/install"] + arguments, in: home, environment: environment)
    }

    /// The directory with both programs.
    private static func programs() throws -> String {
        URL(fileURLWithPath: try BuiltProgram("condarc-tool").path).deletingLastPathComponent().path
    }

    @Test func `the programs, completions and manual pages are installed, and each step is told`() throws {
        let home = try ScratchHome()
        let call = ["--prefix", "HOME/own", "--programs", try Self.programs()]
        let outcome = try Self.install(call, in: home, environment: ["SHELL": "/bin/zsh"])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output == "")
        var told = outcome.errors[...]
        for step in [
            "installing into HOME/own", "installed HOME/own/bin/condarc-tool (",
            "installed HOME/own/bin/keyring-tool (",
            "HOME/own/bin is not on PATH yet",
            "echo 'export PATH=\"HOME/own/bin:$PATH\"' >> ~/.zshrc",
            "then open a new terminal",
        ] {
            let place = told.firstRange(of: step.replacingOccurrences(of: "HOME", with: home.path))
            #expect(place != nil, "\(step) in its order: \(outcome.errors)")
            if let place { told = told[place.upperBound...] }
        }
        let installed = try BuiltProgram(path: home.path + "/own/bin/condarc-tool").run(["--version"], in: home)
        #expect(installed.output.hasPrefix("condarc-tool "))
        let share = home.path + "/own/share/"
        for file in [
            "bash-completion/completions/condarc-tool", "zsh/site-functions/_keyring-tool",
            "fish/vendor_completions.d/condarc-tool.fish", "man/man1/condarc-tool.1", "man/man1/condarc-tool-append.1",
            // Of an alias, too.
            "man/man1/condarc-tool-add.1", "man/man1/keyring-tool-list.1",
        ] {
            #expect(!(FileManager.default.contents(atPath: share + file) ?? Data()).isEmpty, "\(file)")
        }
        let pages = try FileManager.default.contentsOfDirectory(atPath: share + "man/man1")
        #expect(pages.allSatisfy { $0.hasSuffix(".1") }, "no half file is left: \(pages)")
    }

    @Test func `what stands there is replaced, and a directory on PATH needs no advice`() throws {
        let home = try ScratchHome()
        try home.write(Array("old\n".utf8), to: "own/bin/condarc-tool")
        let outcome = try Self.install(
            ["--prefix=HOME/own", "--programs=\(Self.programs())"], in: home,
            environment: ["PATH": home.path + "/own/bin:/usr/bin:/bin"])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(!outcome.errors.contains("PATH"))
        let installed = try BuiltProgram(path: home.path + "/own/bin/condarc-tool").run(["--version"], in: home)
        #expect(installed.status == 0)
    }

    @Test(arguments: [["--nosuch"], ["--prefix"], ["--prefix", ""], ["extra"]])
    func `a wrong call shows how it is right, and installs nothing`(arguments: [String]) throws {
        let home = try ScratchHome()
        let outcome = try Self.install(arguments, in: home)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("usage: Scripts/install "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).allSatisfy { $0.hasPrefix(".") })
    }

    @Test func `programs that are not there stop it before anything is written`() throws {
        let home = try ScratchHome()
        let outcome = try Self.install(["--prefix", "HOME/own", "--programs", "HOME/nowhere"], in: home)
        #expect(outcome.status == 4)
        #expect(!FileManager.default.fileExists(atPath: home.path + "/own/bin"))
    }
}
