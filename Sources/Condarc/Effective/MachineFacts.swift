/// What conda asks of the machine and its base installation when it computes values.
package struct MachineFacts: Sendable {
    /// The base installation; nil where there is none.
    package let root: String?
    /// Whether this user may change the base installation.
    package let rootIsWritable: Bool
    /// conda's name of this machine's platform, such as `linux-64`.
    package let platform: String
    package let isDirectory: @Sendable (String) -> Bool
    /// Whether a file is there and this user may read and change it.
    let mayChange: @Sendable (String) -> Bool
    /// The names of the packages' records in the base installation, such as `python-3.12.4-h1234567_0.json`.
    let baseRecords: @Sendable () -> [String]

    package init(
        root: String?, rootIsWritable: Bool, platform: String,
        baseRecords: @escaping @Sendable () -> [String] = { [] },
        mayChange: @escaping @Sendable (String) -> Bool = { _ in false },
        isDirectory: @escaping @Sendable (String) -> Bool
    ) {
        self.root = root
        self.rootIsWritable = rootIsWritable
        self.platform = platform
        self.baseRecords = baseRecords
        self.mayChange = mayChange
        self.isDirectory = isDirectory
    }

    /// The version of Python that conda runs on, such as `3.12`: its own default for new environments.
    ///
    /// Source: conda.base.context, `default_python_default`.
    var basePython: String? {
        for record in baseRecords() where record.hasPrefix("python-") {
            let parts = record.split(separator: "-", omittingEmptySubsequences: false)
            let numbers = parts[1].split(separator: ".")
            guard parts.count == 3, numbers.count >= 2, numbers.allSatisfy({ UInt($0) != nil }) else { continue }
            return "\(numbers[0]).\(numbers[1])"
        }
        return nil
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
