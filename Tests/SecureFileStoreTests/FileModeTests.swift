import Testing

@testable import SecureFileStore

@Suite struct FileModeTests {
    @Test(arguments: [(0o644, "0644"), (0o4755, "4755"), (0, "0000"), (0o100_600, "0600")])
    func `a mode is told in octal`(_ bits: UInt32, _ text: String) {
        #expect(FileMode(rawValue: bits).octal == text)
    }

    @Test(arguments: [(0o022, "0644"), (0o077, "0600"), (0, "0666"), (0o777, "0600"), (0o027, "0640")])
    func `a new file gets what the mask leaves, and its owner can read it again`(_ mask: UInt32, _ mode: String) {
        #expect(FileMode.ofNewFile(mask: FileMode(rawValue: mask)).octal == mode)
    }

    @Test(arguments: [(0o600, false), (0o700, false), (0o4700, false), (0o640, true), (0o602, true), (0o610, true)])
    func `any right of the group or of everyone opens it`(_ bits: UInt32, _ isOpen: Bool) {
        #expect(FileMode(rawValue: bits).isOpenToOthers == isOpen)
    }
}
