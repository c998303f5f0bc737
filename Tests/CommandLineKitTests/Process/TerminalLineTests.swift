import Foundation
import Testing

@testable import CommandLineKit

@Suite(.serialized) struct TerminalLineTests {
    @Test(arguments: [
        ("pass\n", "pass"), ("pass\r", "pass"), ("pass\u{4}", "pass"), ("pasx\u{7F}s\n", "pass"),
        ("\u{8}\u{8}pass\n", "pass"), ("wrong\u{15}pass\n", "pass"), ("a\u{1B}[D\tb\n", "a\u{1B}[D\tb"), ("\n", ""),
        ("é\u{7F}\u{7F}e\n", "e"),
    ])
    func `keys that mend a line mend it without echo, too`(keys: String, text: String) {
        var line = TerminalLine.Line()
        let states = keys.utf8.map { line.take($0, limit: 100) }
        #expect(states.dropLast().allSatisfy { $0 == .goesOn } && states.last == .ends)
        #expect(line.bytes == Array(text.utf8))
    }

    @Test(arguments: [0x03, 0x1C] as [UInt8])
    func `keys that end a program end it`(key: UInt8) {
        var line = TerminalLine.Line()
        #expect(line.take(0x61, limit: 100) == .goesOn)
        #expect(line.take(key, limit: 100) == .isInterrupted)
    }

    @Test func `a line has an end`() {
        var line = TerminalLine.Line()
        #expect((0..<4).map { _ in line.take(0x61, limit: 3) } == [.goesOn, .goesOn, .goesOn, .isTooLong])
    }

    @Test func `an answer is one line, and the next is not touched`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("yes\nno".utf8))
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        var asked = 0
        #expect(try TerminalLine.read(descriptor) { asked += 1 } == Array("yes".utf8))
        try pipe.fileHandleForWriting.close()
        #expect(try TerminalLine.read(descriptor) { asked += 1 } == Array("no".utf8))
        #expect(try TerminalLine.read(descriptor) { asked += 1 } == nil)
        #expect(asked == 3)
    }

    @Test func `what is no terminal is asked nothing`() {
        let descriptor = Pipe().fileHandleForReading.fileDescriptor
        #expect(throws: StreamError.self) {
            try TerminalLine.readHidden(descriptor) {
                Issue.record("asked")
                return true
            }
        }
    }

    #if os(Linux)
        /// Whether the terminal shows what is typed.
        private func echoes(_ descriptor: Int32) -> Bool {
            var settings = termios()
            return tcgetattr(descriptor, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
        }

        @Test(arguments: [true, false])
        func `a terminal is silent while it is asked, as it was afterwards, and the rest of a paste is gone`(
            isAsked: Bool
        ) throws {
            let keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            defer { close(keyboard) }
            // `unlockpt` and `ptsname`: TIOCSPTLCK and TIOCGPTN.
            var (locked, number): (Int32, Int32) = (0, 0)
            try #require(ioctl(keyboard, 0x4004_5431, &locked) == 0 && ioctl(keyboard, 0x8004_5430, &number) == 0)
            let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
            defer { close(terminal) }
            let line = try TerminalLine.readHidden(terminal) {
                #expect(!echoes(terminal))
                #expect(write(keyboard, "secret\nls\n", 10) == 10)
                var typed = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
                #expect(poll(&typed, 1, 10_000) == 1)
                return isAsked
            }
            #expect(line == (isAsked ? Array("secret".utf8) : nil))
            #expect(echoes(terminal))
            var rest = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            #expect(poll(&rest, 1, 0) == 0)
        }
    #endif
}
