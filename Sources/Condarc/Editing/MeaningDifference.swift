import LosslessYAML

/// A key by which two files mean something different.
package struct MeaningDifference: Sendable, Equatable {
    /// The parameter's own name, or a key that conda does not know.
    package let key: String
    /// Nil where the file does not set the key.
    package let a: Meaning?
    package let b: Meaning?

    /// The differences, sorted by key.
    package static func all(from a: FileValues, to b: FileValues) -> [MeaningDifference] {
        let (inA, inB) = (a.meanings, b.meanings)
        return Set(inA.keys).union(inB.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { key in
            let (a, b) = (inA[key], inB[key])
            if let a, let b, a.isEquivalent(to: b) { return nil }
            return MeaningDifference(key: key, a: a, b: b)
        }
    }
}

extension FileValues {
    /// By key, values in the type of their parameter where they fit it, unknown keys included.
    fileprivate var meanings: [String: Meaning] {
        var marks: [String: [Meaning.Mark]] = [:]
        for setting in SourceReader.source(path: "", document: document).settings {
            marks[ParameterTable.parameter(forKey: setting.key)?.name ?? setting.key] = setting.value.marks
        }
        return Dictionary(
            (all + unknown).map { ($0.key, Meaning(value: $0.typedValue, marks: marks[$0.key] ?? [])) },
            uniquingKeysWith: { $1 })
    }
}

extension FileValues.Entry {
    fileprivate var typedValue: YAMLValue {
        guard let parameter = ParameterTable.parameter(named: key) else { return value }
        return (try? ValueTyper.value(value, as: parameter.type, of: key)) ?? value
    }
}

extension TracedValue {
    /// The flags of the value and of what it holds.
    fileprivate var marks: [Meaning.Mark] {
        let own = flag.map { [Meaning.Mark(subject: Optional<YAMLValue>.none, flag: $0)] } ?? []
        let ofItems = (items ?? []).compactMap { item in
            item.flag.map { Meaning.Mark(subject: .some(item.value), flag: $0) }
        }
        let ofEntries = (entries ?? []).compactMap { entry in
            entry.value.flag.map { Meaning.Mark(subject: .some(entry.key), flag: $0) }
        }
        return own + ofItems + ofEntries
    }
}
