import SecureFileStore
import TestSupport
import Testing

@Suite struct ProgramRunnerTests {
    @Test func `a real program gets its input, and one that hangs is ended`() throws {
        let runner = ProgramRunner.system
        let echoed = try runner.run(
            ProgramRunner.Call("/bin/sh", ["-c", "cat; echo $V >&2; exit 3"], input: Array("made-up".utf8)),
            environment: ["V": "x", "PATH": "/bin"], deadline: 60_000)
        #expect(echoed.status == 3)
        #expect(echoed.output == Array("made-up".utf8) && echoed.errors == Array("x\n".utf8))
        #expect(throws: ProgramRunner.Failure.timedOut) {
            try runner.run(
                ProgramRunner.Call("/bin/sh", ["-c", "kill -STOP $$"]), environment: [:], deadline: 50)
        }
        #expect(throws: ProgramRunner.Failure.self) {
            try runner.run(ProgramRunner.Call("/nowhere", []), environment: [:], deadline: 1000)
        }
    }
}
