/// A table in the order it was written: the first of several sites is the default one.
package struct TOMLTable: Sendable, Equatable {
    package var entries: [Entry] = []

    package struct Entry: Sendable, Equatable {
        package let key: String
        package let value: TOMLValue
        /// Line of the key, or of the header that made the table, from 1.
        package let line: Int
    }

    /// The entry of a key; nil without one.
    package func entry(_ key: String) -> Entry? {
        entries.first { $0.key == key }
    }

    /// The table at that path of keys, or nil.
    package func table(at path: String...) -> TOMLTable? {
        var table = self
        for key in path {
            guard case .table(let inner)? = table.entry(key)?.value else { return nil }
            table = inner
        }
        return table
    }
}
