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
            guard let read = function("CredReadW", as: Functions.Read.self),
                let write = function("CredWriteW", as: Functions.Write.self),
                let delete = function("CredDeleteW", as: Functions.Delete.self),
                let enumerate = function("CredEnumerateW", as: Functions.Enumerate.self),
                let free = function("CredFree", as: Functions.Free.self)
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
