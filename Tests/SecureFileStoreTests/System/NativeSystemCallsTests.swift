import Foundation
import TestSupport
import Testing

@testable import SecureFileStore

@Suite struct NativeSystemCallsTests {
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

    @Test func `a directory that fills many buffers is listed once, without itself and the one above`() throws {
        let scratch = try TemporaryDirectory()
        let made = (0..<400).map { "\($0)" + String(repeating: "n", count: 200) }
        for name in made { try scratch.write("", to: name) }
        let calls = NativeSystemCalls()
        let directory = try calls.open(scratch.path, in: .workingDirectory, .directory)
        #expect(try calls.names(in: directory).sorted() == made.sorted())
        try calls.close(directory)
    }

    #if os(Linux)
        @Test func `the mask is read, and not set to be known`() throws {
            let calls = NativeSystemCalls()
            let known = try #require(calls.knownMask())
            #expect(calls.fileModeMask() == FileMode(rawValue: known))
            let mask = umask(0o022)
            umask(mask)
            #expect(known == mask)
        }

        @Test(arguments: [
            ("Name:\tx\nUmask:\t0022\nState:\tR\n", 0o022), ("Umask:\t0777\n", 0o777), ("Umask:\t002", nil),
            ("Name:\tUmask:\t0022\nState:\tR\n", nil), ("Umask:\tmade up\n", nil), ("Umask:\t\n", nil),
            ("Umask:\t00000000000777\n", nil), ("", nil),
        ])
        func `the mask stands in a whole line of its own`(status: String, mask: UInt32?) {
            #expect(Array(status.utf8).withUnsafeBytes { NativeSystemCalls.mask(inStatus: $0) } == mask)
        }

        @Test func `a name that is no text is told with its bytes, a directory's with a slash`() throws {
            let scratch = try TemporaryDirectory()
            let bytes = Array(scratch("caf").utf8) + [0xE9, 0]
            #expect(bytes.withUnsafeBytes { mkdir($0.baseAddress!.assumingMemoryBound(to: CChar.self), 0o700) } == 0)
            defer { _ = bytes.withUnsafeBytes { rmdir($0.baseAddress!.assumingMemoryBound(to: CChar.self)) } }
            let calls = NativeSystemCalls()
            let directory = try calls.open(scratch.path, in: .workingDirectory, .directory)
            #expect(try calls.names(in: directory) == ["caf\\xe9/"])
            try calls.close(directory)
        }
    #endif
}
