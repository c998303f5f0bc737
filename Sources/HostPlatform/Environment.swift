/// The environment variables of one process, as a value that is handed in.
///
/// A variable that is set to nothing is an empty string, not nil. Names count without regard to case on Windows.
package struct Environment: Sendable {
    package let platform: Platform
    private let values: [String: String]

    package init(_ values: [String: String], platform: Platform = .current) {
        self.platform = platform
        guard platform.isWindows else {
            self.values = values
            return
        }
        // Sorted, so that of two spellings of one name the same one always wins.
        let sorted = values.sorted { $0.key < $1.key }
        self.values = Dictionary(
            sorted.map { ($0.key.uppercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(name: String) -> String? {
        values[platform.isWindows ? name.uppercased() : name]
    }

    /// The variable's value, or nil where it is unset or empty.
    package func nonEmpty(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names of all variables, sorted; upper case on Windows.
    package var names: [String] { values.keys.sorted() }

    /// The same variables under another platform's rules.
    package func on(_ platform: Platform) -> Environment { Environment(values, platform: platform) }
}
