/// How the rules of this folder see files: reading is handed in.
package struct SettingFiles {
    package enum Reading {
        case missing
        case bytes([UInt8])
        /// The file is there and cannot be read; the text says why.
        case failed(String)
    }

    /// The content of a file.
    package let read: (_ path: String) -> Reading
    /// The names in a directory, sorted; none if it is not there or cannot be listed.
    package let names: (_ directory: String) -> [String]
}
