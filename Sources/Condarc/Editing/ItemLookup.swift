import LosslessYAML

/// Finds which of some texts an item of a file has; quick for a few texts in a long file as for many.
///
/// Texts are compared by their code points, as conda does: `é` in one code point and in two are different items.
struct ItemLookup {
    private let texts: [String]
    /// Empty where looking through the texts is quicker than making a string of every item.
    private var positions: [YAMLValue: Int] = [:]

    private static let fewTexts = 8

    init(_ texts: [String]) {
        self.texts = texts
        guard texts.count > ItemLookup.fewTexts else { return }
        for (position, text) in texts.enumerated().reversed() { positions[.string(text)] = position }
    }

    /// Where each of the texts stands first among the items.
    ///
    /// - Parameter others: gets the items that have none of them.
    func places(in items: [YAMLNode], others: inout [SequenceItem]) -> [Int?] {
        var places = [Int?](repeating: nil, count: texts.count)
        for (index, item) in items.enumerated() {
            if let position = position(of: item) {
                places[position] = places[position] ?? index
            } else {
                others.append(.existing(index))
            }
        }
        return places
    }

    /// The position of the first text that the item has.
    private func position(of item: YAMLNode) -> Int? {
        let item = item.resolved
        guard positions.isEmpty else { return item.scalarText.flatMap { positions[.string($0)] } }
        return texts.firstIndex { item.hasText($0) }
    }
}
