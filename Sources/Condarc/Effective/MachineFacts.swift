/// What conda asks of the machine and its base installation when it computes values.
package struct MachineFacts: Sendable {
    /// The base installation; nil where there is none.
    package let root: String?
    /// Whether this user may change the base installation.
    package let rootIsWritable: Bool
    /// conda's name of this machine's platform, such as `linux-64`.
    package let platform: String
    package let isDirectory: @Sendable (String) -> Bool

    package init(
        root: String?, rootIsWritable: Bool, platform: String, isDirectory: @escaping @Sendable (String) -> Bool
    ) {
        self.root = root
        self.rootIsWritable = rootIsWritable
        self.platform = platform
        self.isDirectory = isDirectory
    }

    /// conda's name of the platform that this program was compiled for.
    ///
    /// Source: conda.base.context, `Context._native_subdir`.
    package static var nativePlatform: String { system + "-" + architecture }

    private static var system: String {
        #if os(Windows)
            "win"
        #elseif os(macOS)
            "osx"
        #elseif os(FreeBSD)
            "freebsd"
        #else
            "linux"
        #endif
    }

    private static var architecture: String {
        #if arch(arm64) && os(Linux)
            "aarch64"
        #elseif arch(arm64)
            "arm64"
        #elseif arch(powerpc64le)
            "ppc64le"
        #elseif arch(s390x)
            "s390x"
        #elseif arch(riscv64)
            "riscv64"
        #elseif arch(i386)
            "32"
        #else
            "64"
        #endif
    }
}
