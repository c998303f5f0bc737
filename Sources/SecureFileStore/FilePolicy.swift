/// Who may read a file that is written.
package enum FilePolicy: Hashable, Sendable {
    /// A replaced file keeps its mode, owner and access list; a new one gets what the process's mask leaves of 0666.
    ///
    /// Its directory must exist.
    case ordinary
    /// The file is 0600 from its first moment, whatever it was before; missing directories are made, 0700.
    ///
    /// What was written is read back and compared before it takes the file's place.
    case secret
}
