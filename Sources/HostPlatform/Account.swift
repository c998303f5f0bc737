/// One user in the text of a user database, `/etc/passwd`.
///
/// A static program has no name service at hand, so the file is read instead of asking `getpwuid`.
package struct Account: Hashable, Sendable {
    package let name: String
    package let userID: UInt32
    package let home: String
    /// The program that a login starts; empty where the line does not name one.
    package let shell: String

    /// Whether somebody can log in: services have `nologin` or `false` there.
    package var canLogIn: Bool { shell.hasSuffix("sh") }

    /// Every account in a user database that has a home directory, in its order.
    ///
    /// - Parameter database: the text of `/etc/passwd`; lines that are not in its format are passed over.
    package static func all(in database: String) -> [Account] {
        database.split(separator: "\n").compactMap { Account(line: $0) }
    }

    private init?(line: Substring) {
        let fields = line.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count >= 6, let userID = UInt32(fields[2]), !fields[5].isEmpty else { return nil }
        name = String(fields[0])
        self.userID = userID
        home = String(fields[5])
        shell = fields.count > 6 ? String(fields[6]) : ""
    }
}
