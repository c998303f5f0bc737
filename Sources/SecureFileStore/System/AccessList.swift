#if os(Windows)
    import WinSDK

    // Written for Windows and not yet compiled or run there.

    /// Who may use a file, and how that is to be set.
    struct AccessList {
        let attributes: UnsafeMutablePointer<SECURITY_ATTRIBUTES>
        let information: SECURITY_INFORMATION
    }

    /// Runs a body with the access list that a mode stands for.
    ///
    /// - Source: `ConvertStringSecurityDescriptorToSecurityDescriptorW`
    func withAccessList<Result>(
        for mode: FileMode, _ body: (AccessList) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        // Full access for the owner (OW), the system (SY) and the administrators (BA), handed down to what is created
        // in a directory (OICI); P: nothing comes from above. The other list is empty, and all comes from above.
        let text = mode.isOpenToOthers ? "D:" : "D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"
        let origin = mode.isOpenToOthers ? UNPROTECTED_DACL_SECURITY_INFORMATION : PROTECTED_DACL_SECURITY_INFORMATION
        var descriptor: PSECURITY_DESCRIPTOR?
        let isMade = try withPath(text) {
            ConvertStringSecurityDescriptorToSecurityDescriptorW($0, DWORD(SDDL_REVISION_1), &descriptor, nil)
        }
        guard isMade else { throw .ofLastError }
        defer { LocalFree(descriptor) }
        var attributes = SECURITY_ATTRIBUTES(
            nLength: DWORD(MemoryLayout<SECURITY_ATTRIBUTES>.size), lpSecurityDescriptor: descriptor,
            bInheritHandle: false)
        return try withUnsafeMutablePointer(to: &attributes) { pointer throws(Errno) in
            try body(
                AccessList(
                    attributes: pointer,
                    information: SECURITY_INFORMATION(DACL_SECURITY_INFORMATION) | SECURITY_INFORMATION(origin)))
        }
    }
#endif
