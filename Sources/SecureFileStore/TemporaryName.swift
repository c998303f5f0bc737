/// The names of files that stand beside a target for a moment.
enum TemporaryName {
    static let suffix = ".condarc-toolkit-tmp"
    static let lockSuffix = ".condarc-toolkit-lock"
    /// Bytes of the target's name that are kept, so that the whole stays below every file system's limit.
    private static let mostNameBytes = 64

    /// The new content while the target's lock is held: one name, so that the next holder finds what was left.
    static func locked(for name: String) -> String { ".\(stem(of: name))\(suffix)" }

    static func lock(for name: String) -> String { ".\(stem(of: name))\(lockSuffix)" }

    /// The new content where there is no lock, and two may be written at once: `.NAME.0123456789abcdef` and the suffix.
    static func unlocked(for name: String, random: UInt64) -> String {
        let hex = String(random, radix: 16)
        let padded = String(repeating: "0", count: 16 - hex.utf8.count) + hex
        return ".\(stem(of: name)).\(padded)\(suffix)"
    }

    /// What of a target's name stands in the name of a lock file, or of new content under the lock; nil for another name.
    static func stem(ofLeft name: String) -> String? {
        guard name.hasPrefix("."), let suffix = [lockSuffix, suffix].first(where: { name.hasSuffix($0) }) else {
            return nil
        }
        let stem = name.dropFirst().dropLast(suffix.count)
        return stem.isEmpty ? nil : String(stem)
    }

    /// Whether a name is one that `unlocked` gives.
    static func isUnlocked(_ name: String) -> Bool {
        guard let stem = stem(ofLeft: name), name.hasSuffix(suffix) else { return false }
        let random = stem.utf8.suffix(17)
        return stem.utf8.count > 17 && random.first == UInt8(ascii: ".")
            && random.dropFirst().allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    static func stem(of name: String) -> String {
        var bytes = 0
        let kept = name.unicodeScalars.prefix { scalar in
            bytes += UTF8.width(scalar)
            return bytes <= mostNameBytes
        }
        return String(kept)
    }
}
