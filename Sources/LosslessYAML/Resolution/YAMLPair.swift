/// A key and its value.
public struct YAMLPair: Hashable, Sendable {
    /// Any value: conda reads strings only.
    public var key: YAMLValue
    /// Null where the text has none.
    public var value: YAMLValue

    /// A key with its value.
    public init(key: YAMLValue, value: YAMLValue) {
        self.key = key
        self.value = value
    }

    static func areEquivalent(_ a: [YAMLPair], _ b: [YAMLPair]) -> Bool {
        guard a.count == b.count else { return false }
        if zip(a, b).allSatisfy({ $0.key == $1.key }) {
            return zip(a, b).allSatisfy { $0.value.isEquivalent(to: $1.value) }
        }
        var places: [YAMLValue: [Int]] = [:]
        for (place, pair) in b.enumerated().reversed() { places[pair.key, default: []].append(place) }
        for pair in a {
            guard let place = places[pair.key]?.popLast(), pair.value.isEquivalent(to: b[place].value) else {
                return false
            }
        }
        return true
    }
}
