import Testing

@testable import SecureFileStore

@Suite struct FileErrorTests {
    @Test(
        arguments: [
            (.notFound, .notFound, "io", nil), (.tooManyLinks, .loop, "io", nil),
            (.nameTooLong, .invalidPath, "io", nil), (.accessDenied, .permission, "permission", "owner and mode"),
            (.readOnly, .permission, "permission", "owner and mode"), (.noSpace, .io, "io", "free some space"),
            (.overQuota, .io, "io", "the file is as it was"), (.busy, .io, "io", "mount its directory"),
            (.inputOutput, .io, "io", nil),
        ] as [(Errno, FileError.Code, String, String?)])
    func `a failed call says what was tried, why not, and what to do`(
        errno: Errno, code: FileError.Code, told: String, hint: String?
    ) {
        let error = FileError(errno, cannot: "write /home/ann/.condarc", path: "/home/ann/.condarc")
        #expect(error.message == "cannot write /home/ann/.condarc: \(errno.meaning)")
        #expect(error.code == code && error.code.told == told && error.errno == errno)
        #expect(hint.map { error.hint?.contains($0) == true } ?? (error.hint == nil), "\(error.hint ?? "-")")
    }

    @Test func `a hint of the caller's goes before the general one`() {
        #expect(FileError(.accessDenied, cannot: "read f", path: "f", hint: "as root").hint == "as root")
    }

    @Test(
        arguments: [
            (.locked, "locked"), (.changed, "locked"), (.tooLarge, "refused"), (.notARegularFile, "io"), (.loop, "io"),
            (.invalidPath, "io"),
        ] as [(FileError.Code, String)])
    func `the command line tells fewer kinds`(code: FileError.Code, told: String) { #expect(code.told == told) }
}
