import Synchronization

/// Where the keys of long mappings stand, once they are looked up again and again: each time through all of them is the
/// square of them in the end.
final class LongMappings: Sendable {
    /// By the index of a mapping: the index of the value of each own key, the last where a key stands twice; nil after the
    /// first look, for which going through the entries is cheaper.
    private let known = Mutex<[Int: [YAMLValue: Int]?]>([:])

    /// Mappings of fewer keys and values are gone through.
    static let least = 128

    /// - Returns: nil where the mapping is to be gone through; -1 where it has no such key.
    func value(forKey key: String, of mapping: YAMLNode) -> Int? {
        known.withLock { known in
            guard let seen = known[mapping.index] else {
                known[mapping.index] = .some(nil)
                return nil
            }
            if let seen { return seen[.string(key)] ?? -1 }
            var values: [YAMLValue: Int] = [:]
            for entry in mapping.entries where !entry.isMerge {
                if let text = entry.key.resolved.scalarText { values[.string(text)] = entry.value.index }
            }
            known[mapping.index] = values
            return values[.string(key)] ?? -1
        }
    }
}
