import CondaURL
package import LosslessYAML

/// What the rules look at: one file, or the environment.
package struct CheckSubject {
    /// As findings name it.
    let path: String
    /// Nil for the environment, and for a file that cannot be parsed.
    let document: YAMLDocument?
    /// All that it sets, in its order.
    let settings: [Setting]
    /// Those of them whose names conda knows.
    let known: [(setting: Setting, parameter: Parameter)]
    /// The names of their parameters, for whoever looks for some: to look at the settings themselves would copy each.
    let namesOfKnown: [StaticString]
    /// Names that the file itself gives to channels, each with its parameter.
    let ownChannels: [(name: String, parameter: String)]
    /// What conda stops at before it looks at any value.
    let problems: [SourceReader.Problem]
    /// Where values begin that conda cannot read at all.
    let unreadable: Set<Int>
    let ineffectiveFlags: [IneffectiveFlag]
    /// What conda does not take, found once for all rules about values.
    let valueProblems: [ValueProblem]
    let secrets: [SecretSpan]
    let traits: Checker.FileTraits
    /// Whether it is one of the sources that are looked at together.
    let isPartOfWhole: Bool
    let options: CheckOptions
    let suppressions: Suppressions
    /// The configuration that gives channel names their meaning.
    let context: EffectiveConfiguration
    /// What gives channel names their meaning: the configuration, or conda's defaults where it is broken.
    let resolver: ChannelResolver
    /// What conda stops at when it computes with this file's values.
    let computedProblems: [CondarcError]

    /// The settings of parameters with one of these names, in the order of the file.
    func known(_ names: StaticString...) -> [(setting: Setting, parameter: Parameter)] {
        var found: [(setting: Setting, parameter: Parameter)] = []
        for index in namesOfKnown.indices where names.contains(where: { $0.isEqual(to: namesOfKnown[index].bytes) }) {
            found.append(known[index])
        }
        return found
    }

    /// The settings of all parameters whose texts are of some kinds.
    func known(of kinds: TextKind...) -> [(setting: Setting, parameter: Parameter)] {
        known.indices.filter { kinds.contains(known[$0].parameter.texts) }.map { known[$0] }
    }

    /// Whether conda cannot read a value at all, which is told by itself.
    func isUnreadable(_ value: TracedValue) -> Bool {
        value.origin.range.map { unreadable.contains($0.lowerBound) } ?? false
    }

    static func ownChannels(
        in known: [(setting: Setting, parameter: Parameter)]
    ) -> [(name: String, parameter: String)] {
        known.lazy.filter { $0.parameter.isNamed("custom_channels") || $0.parameter.isNamed("custom_multichannels") }
            .flatMap { setting, parameter in
                (setting.value.entries ?? []).compactMap { entry in entry.key.text.map { ($0, parameter.name) } }
            }
    }

    /// The way to a scalar that is written there itself, not by an alias; nil for what is nowhere in the file.
    func path(to origin: Origin) -> NodePath? { origin.range.flatMap { document?.path(toScalarAt: $0) } }

    /// Another place in the file that a finding is about; nil for one that is nowhere in it.
    func related(_ words: String, _ origin: Origin) -> YAMLError.Related? {
        guard let document, let range = origin.range else { return nil }
        return YAMLError.Related(words, document.source.span(of: range))
    }
}

/// All sources together, as rules look at them.
package struct CheckedConfiguration: Sendable {
    let effective: EffectiveConfiguration
    let options: CheckOptions

    var sources: Configuration { effective.configuration }
}

/// Why a file was not read.
package enum CheckFailure: Sendable {
    /// It is not there, or may not be read.
    case unreadable(message: String, hint: String?)
    case syntax(YAMLError)
}

extension CheckSubject {
    /// Where the key of an entry stands; its value's place where nothing says so.
    func place(ofKeyOf entry: TracedValue.Entry) -> FindingCollector.Place {
        guard let document, let range = entry.keyRange else { return .init(entry.value.origin) }
        return .init(document.source.span(of: range))
    }
}
