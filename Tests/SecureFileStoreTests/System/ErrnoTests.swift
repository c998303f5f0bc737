import Testing

@testable import SecureFileStore

@Suite struct ErrnoTests {
    @Test(arguments: [
        (Errno.accessDenied, "permission denied"), (.tooManyLinks, "too many symbolic links"),
        (.busy, "it is in use, or mounted by itself"), (Errno(rawValue: 9999), "system error 9999"),
    ])
    func `what an error number means is told in words`(errno: Errno, meaning: String) {
        #expect(errno.meaning == meaning)
    }

    @Test(arguments: [
        Errno.notFound, .notPermitted, .accessDenied, .readOnly, .exists, .isDirectory, .notADirectory, .nameTooLong,
        .inputOutput, .noSpace, .overQuota, .fileTooBig, .noDevice, .tooManyFiles, .noMemory, .notSupported,
    ])
    func `what a user can run into has words, and no number`(errno: Errno) {
        #expect(!errno.meaning.contains("\(errno.rawValue)"))
        #expect(errno.meaning.first?.isLowercase == true && errno.meaning.last != ".")
    }

    /// A lack of rights has a hint of its own; what a file system does not have, the store does without.
    @Test(
        arguments: [
            (.accessDenied, true, false), (.notPermitted, true, false), (.readOnly, true, false),
            (.invalid, false, true), (.notSupported, false, true), (.operationNotSupported, false, true),
            (.noSystemCall, false, true), (.noSpace, false, false), (.notFound, false, false), (.busy, false, false),
            (.inputOutput, false, false),
        ] as [(Errno, Bool, Bool)])
    func `lack of rights, and lack of support, are told apart from failures`(
        errno: Errno, isPermission: Bool, isUnsupported: Bool
    ) {
        #expect(errno.isPermission == isPermission)
        #expect(errno.isUnsupported == isUnsupported)
    }
}
