package import LosslessYAML

/// What a file means by one key: the typed value, and the flags that change how it is merged.
package struct Meaning: Hashable, Sendable {
    /// A flag, and what it marks.
    package struct Mark: Hashable, Sendable {
        /// An item, or the key of an entry; nil for the key itself.
        package let subject: YAMLValue?
        package let flag: Flag
    }

    package let value: YAMLValue
    package let marks: [Mark]

    func isEquivalent(to other: Meaning) -> Bool { value.isEquivalent(to: other.value) && marks == other.marks }
}
