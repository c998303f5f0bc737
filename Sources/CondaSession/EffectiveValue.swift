import Condarc

/// A value or an item that counts, and where it comes from.
public struct EffectiveValue: Sendable, Hashable {
    /// As conda shows it; secrets are not redacted.
    public let text: String
    /// For people: `/home/kim/.condarc:3`, `$CONDA_CHANNELS`, `default`.
    public let origin: String

    init(_ value: TracedValue) {
        text = value.value.pythonText
        origin = value.origin.description
    }
}
