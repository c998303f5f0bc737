/// The known name that someone who misspelt one most likely meant.
package enum NearestName {
    /// The nearest of `names`, if it is near enough to be meant: a third of the letters may be wrong, or it begins so. Nil
    /// for one of them. Capitals are no mistake of their own.
    package static func of(_ name: String, among names: [String]) -> String? {
        if names.contains(name) { return nil }
        // Longer than any name: nothing to guess, and the work stays bounded.
        guard !name.isEmpty, name.unicodeScalars.count <= 64 else { return nil }
        let name = inNewWords(name.lowercased())
        let given = Array(name.unicodeScalars)
        // Of two letters, one is most of the name.
        let allowed = given.count < 3 ? 0 : max(1, given.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in names {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            // Each letter more or less is a mistake of its own.
            guard abs(scalars.count - given.count) <= allowed else { continue }
            let distance = distance(given, scalars)
            if distance < best?.distance ?? (allowed + 1) { best = (candidate, distance) }
        }
        // What is left off at the end is less of a mistake than so many other letters.
        if best?.distance ?? 3 > 2, let whole = names.first(where: { given.count >= 3 && $0.hasPrefix(name) }) {
            return whole
        }
        return best?.name
    }

    /// Lists have other names than they had; by letters alone, one is nearest to its opposite.
    private static func inNewWords(_ name: String) -> String {
        for (old, new) in [("black", "deny"), ("block", "deny"), ("white", "allow")] {
            for word in [old + "list", old + "_list", old + "-list"] {
                guard let start = name.indices.first(where: { name[$0...].hasPrefix(word) }) else { continue }
                return name[..<start] + new + "list" + name[start...].dropFirst(word.count)
            }
        }
        return name
    }

    /// A hint that names the nearest name.
    package static func suggestion(for name: String, among names: [String]) -> String? {
        of(name, among: names).map { "did you mean '\($0)'?" }
    }

    /// The Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of
    /// neighbours that turn one text into the other.
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
                var cost = min(last[j + 1] + 1, row[j] + 1, replaced)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
