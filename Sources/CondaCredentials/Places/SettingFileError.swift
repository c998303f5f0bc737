/// Why a file of settings (`config.toml`, `.env`) could not be understood, and where.
package struct SettingFileError: Error, Sendable, Equatable {
    /// Lower case, without a full stop; never holds a value of the file, which may be a secret.
    package let message: String
    /// Line, from 1.
    package let line: Int
    /// Column in code points, from 1.
    package let column: Int
    /// What to do about it.
    package var hint: String?
}
