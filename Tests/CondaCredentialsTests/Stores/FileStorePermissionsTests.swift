import SecureFileStore
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct FileStorePermissionsTests {
    @Test(arguments: [
        (0o600, false), (0o400, false), (0o700, false), (0o640, true), (0o604, true), (0o610, true), (0o666, true),
    ])
    func `others may do nothing with a file of tokens`(mode: Int, isProblem: Bool) {
        let problem = FileStore().problem(ofFile: "/f", mode: FileMode(rawValue: UInt32(mode)))
        #expect((problem != nil) == isProblem && problem?.isFixable ?? true)
    }

    @Test(arguments: [(0o700, false), (0o755, false), (0o1777, false), (0o770, true), (0o702, true), (0o777, true)])
    func `others may not replace files in their directory`(mode: Int, isProblem: Bool) throws {
        let scratch = try TemporaryDirectory()
        try scratch.write("", to: "d/f")
        let files = FileStore()
        try files.setMode(scratch("d"), FileMode(rawValue: UInt32(mode)))
        #expect((files.problem(ofDirectory: scratch("d")) != nil) == isProblem)
        #expect(files.problem(ofDirectory: scratch("d/f")) == nil)
        #expect(files.problem(ofDirectory: scratch("none")) == nil && files.problem(ofFile: "/f", mode: nil) == nil)
    }
}
