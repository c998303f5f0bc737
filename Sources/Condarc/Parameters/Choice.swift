/// One of a few words, which is an enumeration to conda; each stands in the table of its parameter.
package struct Choice: Hashable, Sendable {
    /// conda's name of the enumeration.
    package let name: String
    /// The words, as they are written.
    package let values: [String]
    /// The names that are accepted in place of the words, in the same order.
    package let names: [String]

    init(_ name: String, _ values: [String], hasNamesInCapitals: Bool = true) {
        self.name = name
        self.values = values
        names = hasNamesInCapitals ? values.map { $0.uppercased() } : values
    }
}
