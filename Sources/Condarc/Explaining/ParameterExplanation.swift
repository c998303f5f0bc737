/// How the value of one parameter came about.
package struct ParameterExplanation: Sendable {
    package let parameter: Parameter
    /// The entry of the map that was asked for, if only one was.
    package let entry: String?
    /// What each source says, weakest first.
    package let sources: [SourceAccount]
    /// The outcome; nil where something is wrong.
    package let result: TracedValue?
    package let problems: [CondarcError]

    /// What became of something that a source says.
    package enum Fate: Hashable, Sendable {
        /// It is the outcome, or part of it.
        case used
        /// It is part of the outcome, with what other sources say.
        case merged
        case overridden(by: Origin)
        /// A weaker source is marked final.
        case cutOff(by: Origin)
        /// A null list or map says nothing.
        case absent
        /// The same item stands elsewhere.
        case duplicate(of: Origin)
    }

    /// What one source says.
    package struct SourceAccount: Sendable {
        package let setting: Setting
        /// The whole value, or the entry that was asked for.
        package let value: TracedValue
        package let fate: Fate
        /// The items or entries, of a list or map that counts.
        package let parts: [PartAccount]
    }

    package struct PartAccount: Sendable {
        /// Of a map's entry.
        package let name: String?
        package let value: TracedValue
        package let fate: Fate
    }
}

extension TracedValue {
    /// The value of a map's entry.
    package func entry(_ name: String) -> TracedValue? { entries?.last { $0.key.pythonText == name }?.value }
}
