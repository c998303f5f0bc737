#if os(Windows)
    import WinSDK

    extension WindowsVault {
        /// The vault of this user; nil where the functions cannot be found.
        static let current: WindowsVault? = {
            guard let library = "advapi32.dll".withCString(encodedAs: UTF16.self, { LoadLibraryW($0) }) else {
                return nil
            }
            func function<Type>(_ name: String, as type: Type.Type) -> Type? {
                GetProcAddress(library, name).map { unsafeBitCast($0, to: type) }
            }
            guard
                let read = function(
                    "CredReadW",
                    as: (@convention(c) (
                        UnsafePointer<UInt16>?, UInt32, UInt32, UnsafeMutablePointer<UnsafeMutableRawPointer?>?
                    ) -> Int32).self),
                let write = function(
                    "CredWriteW", as: (@convention(c) (UnsafeMutableRawPointer?, UInt32) -> Int32).self),
                let delete = function(
                    "CredDeleteW", as: (@convention(c) (UnsafePointer<UInt16>?, UInt32, UInt32) -> Int32).self),
                let enumerate = function(
                    "CredEnumerateW",
                    as: (@convention(c) (
                        UnsafePointer<UInt16>?, UInt32, UnsafeMutablePointer<UInt32>?,
                        UnsafeMutablePointer<UnsafeMutableRawPointer?>?
                    ) -> Int32).self),
                let free = function("CredFree", as: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
            else { return nil }
            return WindowsVault(
                Functions(
                    read: read, write: write, delete: delete, enumerate: enumerate, free: free,
                    lastError: { UInt32(GetLastError()) }))
        }()
    }
#else
    extension WindowsVault {
        static let current: WindowsVault? = nil
    }
#endif
