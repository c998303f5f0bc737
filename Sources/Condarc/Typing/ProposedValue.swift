import LosslessYAML

/// A single value that a hint is to propose.
enum ProposedValue {
    /// The text, or what the rules about such values would say to write in its place; nil where they find fault with it and
    /// have nothing better.
    static func accepted(_ text: String, as kind: TextKind) -> String? {
        var text = text
        // What is proposed may be found fault with once more, but leads no long way.
        for _ in 0..<3 {
            guard let advice = advice(about: text, kind) else { return text }
            guard let word = Remedy(advice)?.text, word != text else { return nil }
            text = word
        }
        return nil
    }

    private static func advice(about text: String, _ kind: TextKind) -> Advice? {
        switch kind {
        case .channel, .judgedChannel: ChannelName.complaint(about: text)?.advice
        case .package: PackageSpecDoubt.complaint(about: text, ChannelNames(resolver: .withoutSettings))?.advice
        case .url, .proxy, .channelAlias, .channelLocation: URLComplaint.complaint(about: text)?.advice
        case .channelPattern, .file, .directory, .platform, .solver, .word, .free: nil
        }
    }
}
