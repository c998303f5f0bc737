/// Channels that many know.
package enum WellKnownChannels {
    /// What conda's `defaults` stands for on Windows, below the address of Anaconda's channels; elsewhere without `msys2`.
    package static let defaults = ["main", "r", "msys2"]

    /// Those that many use, for suggestions alone: nothing is decided by them.
    package static let names = [
        "conda-forge", "bioconda", "defaults", "nvidia", "pytorch", "anaconda", "intel", "microsoft",
    ]

    private static let bytes = names.map { Array($0.utf8) }
    private static let lengths = 4...12

    /// One of them in other letters, or a single letter away.
    static func nearest(to name: String) -> String? {
        if let same = names.first(where: { $0.utf8.count == name.utf8.count && $0 != name && $0 == name.lowercased() })
        {
            return same
        }
        return oneLetter(from: name)
    }

    /// The one that is a single letter more, less, other or swapped away from a name; nil for one of them.
    static func oneLetter(from name: String) -> String? {
        // Most names are seen here to be others: lists may be long.
        guard lengths.contains(name.utf8.count) else { return nil }
        let given = Array(name.utf8)
        return bytes.firstIndex { isOneLetter(from: given, to: $0) }.map { names[$0] }
    }

    /// Whether a single letter more, less, other or swapped makes one of the other.
    static func isOneLetter(from given: [UInt8], to other: [UInt8]) -> Bool {
        let (mine, its) = (given.count, other.count)
        guard abs(mine - its) <= 1, given != other else { return false }
        var (start, end) = (0, 0)
        while start < min(mine, its), given[start] == other[start] { start += 1 }
        while end < min(mine, its) - start, given[mine - 1 - end] == other[its - 1 - end] { end += 1 }
        if max(mine, its) - start - end <= 1 { return true }
        return mine == its && mine - start - end == 2 && given[start] == other[start + 1]
            && given[start + 1] == other[start]
    }
}
