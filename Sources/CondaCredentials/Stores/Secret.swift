package import CondaURL
import LosslessJSON

/// A token or password that shows itself nowhere but in the closure that asks for it.
///
/// It is neither `Codable` nor `Equatable`; compare with `matches(_:)`. Its memory is overwritten when the last copy goes.
package struct Secret: Sendable {
    private let storage: SecretStorage

    package init(_ text: String) { storage = SecretStorage(text.utf8) }

    package init(bytes: some Collection<UInt8>) { storage = SecretStorage(bytes) }

    /// Hands the secret in the clear to the closure; do not keep it.
    package func withRevealed<Result, Failure: Error>(
        _ body: (String) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(String(decoding: storage.bytes, as: UTF8.self))
    }

    /// Hands the secret's bytes to the closure; do not keep them.
    package func withRevealedBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(storage.bytes))
    }

    /// Whether both hold the same bytes, in a time that depends on their lengths alone.
    package func matches(_ other: Secret) -> Bool {
        let (mine, theirs) = (storage.bytes, other.storage.bytes)
        var difference: UInt8 = mine.count == theirs.count ? 0 : 1
        for index in 0..<min(mine.count, theirs.count) { difference |= mine[index] ^ theirs[index] }
        return difference == 0
    }

    package var isEmpty: Bool { storage.bytes.isEmpty }

    /// What may be shown of it: at most `…` and the last four characters.
    package var redacted: String { ShownSecret.text(of: UnsafeBufferPointer(storage.bytes)) }

    /// Why it can be no token, where it cannot.
    package var mistake: TokenMistake? { TokenMistake(storage.bytes) ?? encoding }

    /// What else it is the base64 of.
    private var encoding: TokenMistake? {
        let bytes = storage.bytes
        guard bytes.count % 4 == 0, bytes.count >= 16,
            bytes.allSatisfy({ $0.isLetterOrDigit || "+/=".utf8.contains($0) }),
            let decoded = try? Base64.decode(String(decoding: bytes, as: UTF8.self))
        else { return nil }
        if decoded.first == UInt8(ascii: "{"), (try? JSONDocument(decoded)) != nil { return .encodedJSON }
        let text = decoded.last == UInt8(ascii: "\n") ? decoded.dropLast() : decoded[...]
        return Secret(bytes: text).isOfKnownForm ? .encoded : nil
    }

    /// Whether all of it is a token of a form that is known, such as `ab-` and a UUID.
    package var isOfKnownForm: Bool {
        let bytes = UnsafeBufferPointer(storage.bytes)
        return SecretScanner.secrets(in: bytes, as: .value).contains { $0.kind == .bare && $0.range == 0..<bytes.count }
    }

    /// Whether every character can be part of a token: visible ASCII, as an HTTP header and a URL take it.
    package var isPlainToken: Bool {
        !isEmpty && storage.bytes.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension Secret? {
    /// The same bytes, or none on both sides.
    package func matches(_ other: Secret?) -> Bool {
        guard let self, let other else { return self == nil && other == nil }
        return self.matches(other)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { redacted }
    package var debugDescription: String { redacted }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// The one copy of a secret's bytes.
private final class SecretStorage: Sendable {
    // Written only by `init` and `deinit`, when nobody else can see it.
    nonisolated(unsafe) let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ source: some Collection<UInt8>) {
        bytes = .allocate(capacity: source.count)
        _ = bytes.initialize(from: source)
    }

    deinit {
        overwrite(bytes)
        bytes.deallocate()
    }
}

// Neither inlined nor optimized: a compiler may leave out writes to memory that is about to be freed.
@inline(never) @_optimize(none)
private func overwrite(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    bytes.update(repeating: 0)
}
