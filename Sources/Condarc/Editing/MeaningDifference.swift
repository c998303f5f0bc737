import LosslessYAML

/// A key that two files give different values, after typing.
package struct MeaningDifference: Sendable, Equatable {
    package let key: String
    /// Nil where the file does not set the key.
    package let a: YAMLValue?
    package let b: YAMLValue?

    /// The differences, sorted by key.
    package static func all(from a: [FileValues.Entry], to b: [FileValues.Entry]) -> [MeaningDifference] {
        let inA = Dictionary(a.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        let inB = Dictionary(b.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        return Set(inA.keys).union(inB.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { key in
            switch (inA[key], inB[key]) {
            case (let a?, let b?) where a.isEquivalent(to: b): nil
            case (let a, let b): MeaningDifference(key: key, a: a, b: b)
            }
        }
    }
}

extension FileValues {
    /// Everything that the file sets, values in the type of their parameter where they fit it, unknown keys included.
    package var meaning: [Entry] {
        all.map { entry in
            guard let parameter = ParameterTable.parameter(named: entry.key),
                let value = try? PatchTyping.typed(entry.value, as: parameter.type, entry.key)
            else { return entry }
            return Entry(key: entry.key, value: value)
        } + unknownKeys.compactMap { try? self[$0] }
    }
}
