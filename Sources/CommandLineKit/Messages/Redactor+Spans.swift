import CondaURL

extension Redactor {
    /// A secret in bytes, and what may be shown in its place.
    struct ShownSpan {
        let range: Range<Int>
        let shown: String
    }

    /// The secrets of a line, in their order, apart from each other.
    static func spans(in bytes: [UInt8]) -> [ShownSpan] {
        var end = 0
        return SecretScanner.secrets(in: bytes).compactMap { secret -> ShownSpan? in
            guard secret.range.lowerBound >= end else { return nil }
            end = secret.range.upperBound
            return ShownSpan(range: secret.range, shown: ShownSecret.text(of: bytes[secret.range]))
        }
    }
}
