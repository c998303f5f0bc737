/// A table while its document is being read: what may still be added to it depends on how it came about.
final class TOMLTableBuilder {
    /// How a table came about.
    enum Origin {
        /// As the parent of a `[header]`: may get its own header later.
        case implied
        /// By its own `[header]`.
        case header
        /// By a dotted key.
        case dotted
    }

    enum Slot {
        case value(TOMLValue)
        case table(TOMLTableBuilder)
        case tables([TOMLTableBuilder])
    }

    var origin: Origin
    private var order: [(key: String, line: Int)] = []
    private var slots: [String: Slot] = [:]

    init(_ origin: Origin) { self.origin = origin }

    subscript(key: String) -> Slot? { slots[key] }

    func add(_ slot: Slot, as key: String, line: Int) {
        order.append((key, line))
        slots[key] = slot
    }

    /// Adds one more table to an array of tables.
    func append(_ table: TOMLTableBuilder, to key: String) {
        // Taken out first, so that the array is not copied for each of its elements.
        guard case .tables(var tables)? = slots.removeValue(forKey: key) else { return }
        tables.append(table)
        slots[key] = .tables(tables)
    }

    var finished: TOMLTable {
        TOMLTable(
            entries: order.compactMap { key, line in
                slots[key].map { slot in
                    let value: TOMLValue =
                        switch slot {
                        case .value(let value): value
                        case .table(let table): .table(table.finished)
                        case .tables(let tables): .array(tables.map { .table($0.finished) })
                        }
                    return TOMLTable.Entry(key: key, value: value, line: line)
                }
            })
    }
}

/// What stops a header or a key from being added.
struct TOMLConflict: Error {
    let key: String
}

extension TOMLTableBuilder {
    /// The table that `[path]` opens, or the new element that `[[path]]` does.
    ///
    /// - Throws: `TOMLConflict` if the table is there already, or the path is or runs through something else.
    func open(_ path: [String], isElement: Bool, line: Int) throws(TOMLConflict) -> TOMLTableBuilder {
        let (parent, key) = try parent(of: path, as: .implied, line: line)
        let table = TOMLTableBuilder(.header)
        switch parent[key] {
        case nil: parent.add(isElement ? .tables([table]) : .table(table), as: key, line: line)
        case .tables? where isElement: parent.append(table, to: key)
        case .table(let implied)? where !isElement && implied.origin == .implied:
            implied.origin = .header
            return implied
        default: throw TOMLConflict(key: key)
        }
        return table
    }

    /// The table that holds the last key of a path.
    ///
    /// - Parameter origin: how those on the way come about: `implied` by a header, `dotted` by a key, which may not go
    ///   into a table with a header of its own.
    private func parent(
        of path: [String], as origin: Origin, line: Int
    ) throws(TOMLConflict) -> (table: TOMLTableBuilder, key: String) {
        guard let last = path.last else { throw TOMLConflict(key: "") }
        var table = self
        for key in path.dropLast() {
            switch table[key] {
            case nil:
                let inner = TOMLTableBuilder(origin)
                table.add(.table(inner), as: key, line: line)
                table = inner
            case .table(let inner)? where origin == .implied: table = inner
            case .table(let inner)? where inner.origin != .header:
                inner.origin = .dotted
                table = inner
            case .tables(let tables)? where origin == .implied:
                guard let inner = tables.last else { throw TOMLConflict(key: key) }
                table = inner
            default: throw TOMLConflict(key: key)
            }
        }
        return (table, last)
    }

    /// Sets `path = value` in this table.
    ///
    /// - Throws: `TOMLConflict` if the key is there already, or the path runs through a value or a table with a header.
    func set(_ path: [String], to value: TOMLValue, line: Int) throws(TOMLConflict) {
        let (table, key) = try parent(of: path, as: .dotted, line: line)
        guard table[key] == nil else { throw TOMLConflict(key: key) }
        table.add(.value(value), as: key, line: line)
    }
}
