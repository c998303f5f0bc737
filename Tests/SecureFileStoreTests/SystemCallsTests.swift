import Foundation
import Testing

@testable import SecureFileStore

struct SystemCallsTests {
    @Test func `a call that a signal interrupts is made again`() throws {
        var calls = 0
        let result = try checked { () -> Int32 in
            calls += 1
            guard calls < 4 else { return 7 }
            errno = EINTR
            return -1
        }
        #expect(result == 7 && calls == 4)
    }

    @Test func `another failure is thrown at once`() {
        var calls = 0
        let error = #expect(throws: Errno.self) {
            try checked { () -> Int32 in
                calls += 1
                errno = ENOSPC
                return -1
            }
        }
        #expect(error == .noSpace && calls == 1)
    }

    @Test func `every signal that would end the process, and can be held, is held`() {
        let calls = NativeSystemCalls()
        let held = calls.holdSignals()
        defer { calls.releaseSignals(held) }
        var mask = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &mask)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO]
        {
            #expect(sigismember(&mask, signal) == 1, "\(signal)")
        }
        #expect(sigismember(&mask, SIGSEGV) == 0)
    }

    @Test func `what an error number means is told in words`() {
        #expect(Errno.accessDenied.meaning == "permission denied")
        #expect(Errno(rawValue: 9999).meaning == "system error 9999")
    }

    @Test(arguments: [(0o644, "0644"), (0o4755, "4755"), (0, "0000"), (0o100_600, "0600")])
    func `a mode is told in octal`(_ bits: UInt32, _ text: String) {
        #expect(FileMode(rawValue: bits).octal == text)
    }
}
