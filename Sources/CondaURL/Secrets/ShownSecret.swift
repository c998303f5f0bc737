/// What may be shown of a secret.
package enum ShownSecret {
    /// `…` and the last four characters, or `…` alone if it is shorter than sixteen, or if they could disturb a terminal
    /// or say something about another secret.
    package static func text(of secret: ArraySlice<UInt8>) -> String {
        secret.withUnsafeBufferPointer { text(of: $0) }
    }

    /// The same without a copy: of memory that is overwritten afterwards.
    package static func text(of secret: UnsafeBufferPointer<UInt8>) -> String {
        let tail = secret.suffix(4)
        // What holds a delimiter or an escape may be a shorter secret and more than that.
        guard secret.count >= 16, secret.allSatisfy({ (0x21...0x7E).contains($0) && !":\\%\"'${}<>".utf8.contains($0) })
        else { return "…" }
        return "…" + String(decoding: tail, as: UTF8.self)
    }
}
