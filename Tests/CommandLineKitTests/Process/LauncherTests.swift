import Foundation
import TestSupport
import Testing

@testable import CommandLineKit

@Suite(.serialized) struct LauncherTests {
    private let scratch: TemporaryDirectory
    private let launcher = Launcher.system(environment: nil)

    init() throws { scratch = try TemporaryDirectory() }

    @Test(arguments: [("exit 0", 0), ("exit 7", 7), ("no-such-editor-here", 127)])
    func `the exit status is the other program's`(command: String, status: Int32) throws {
        #expect(try launcher.runEditor("f() { \(command); }; f 2>/dev/null", on: "/dev/null") == status)
    }

    @Test func `the path is one argument, whatever is in it, behind the options of the command`() throws {
        let file = scratch("a b'c$d")
        try scratch.write("", to: file)
        #expect(try launcher.runEditor("printf '%s\\n' -w", on: file, output: .standardError) == 0)
        #expect(try launcher.runEditor("/bin/cp /dev/null", on: scratch("made by $it")) == 0)
        #expect(scratch.names.contains("made by $it"))
    }

    @Test func `what is ignored here is not ignored there`() throws {
        // `ofProcess` ignores SIGPIPE.
        signal(SIGPIPE, SIG_IGN)
        #expect(try launcher.runEditor("kill -PIPE $$", on: "/dev/null") == 128 + SIGPIPE)
    }

    @Test func `where nothing can be started that is an error`() {
        #expect(throws: StreamError.self) { try Launcher.none.runEditor("vi", on: "/f") }
    }
}
