/// The most bytes of a file that are read, by what the file is: more than any real one has, and little enough that a
/// hostile one costs little.
package enum SizeLimit {
    /// A configuration file: 16 MiB, as much as the reader of YAML takes, which knows no files and so has a bound of its own
    /// (`DocumentLimits.size`); a test holds them together.
    package static let configuration = 16 << 20
    /// A keyring, and what other clients keep like one: 16 MiB.
    package static let keyring = 16 << 20
    /// A file of settings that say where other files are: 1 MiB.
    package static let settings = 1 << 20
    /// A file with nothing but a token, which is shown, kept or copied: 64 KiB.
    package static let token = 64 << 10
    /// A file that conda takes for a token's, where it is asked what conda sends: 1 MiB, for conda itself has no limit, and
    /// sends what can be no token too.
    package static let condaToken = 1 << 20
    /// The user database of the system: 16 MiB.
    package static let userDatabase = 16 << 20
}
