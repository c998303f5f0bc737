/// An operating system family that conda supports, as far as it decides where files are.
package enum Platform: String, Sendable, CaseIterable {
    case linux
    case macos
    case windows

    /// The platform this program was compiled for; any other Unix counts as Linux.
    package static var current: Platform {
        #if os(Windows)
            .windows
        #elseif os(macOS)
            .macos
        #else
            .linux
        #endif
    }

    package var isWindows: Bool { self == .windows }
}
