import CondaURL
package import LosslessYAML

/// One of conda's configuration parameters: what may stand for it, and what it is without any source.
///
/// All that it holds is known while compiling, and is made into values when somebody asks: a program asks for few of the
/// parameters, and building them all took a fifth of its time.
package struct Parameter: Sendable {
    let ownName: StaticString
    private let alias: StaticString
    private let makeType: @Sendable () -> ParameterType
    private let makeDefault: @Sendable () -> YAMLValue
    private let sentence: StaticString
    private let traits: Traits
    /// What the texts of its values are to be.
    package let texts: TextKind
    package let category: ParameterCategory
    /// What a value must fulfil beyond its type.
    package let rule: ValidationRule?

    /// - Parameter alias: another name that a source may use instead; conda gives no parameter more than one.
    init(
        _ name: StaticString, alias: StaticString = "", _ type: @Sendable @escaping @autoclosure () -> ParameterType,
        texts: TextKind = .word, default defaultValue: @Sendable @escaping @autoclosure () -> YAMLValue,
        _ category: ParameterCategory,
        traits: Traits = [], rule: ValidationRule? = nil, _ description: StaticString
    ) {
        ownName = name
        self.alias = alias
        makeType = type
        makeDefault = defaultValue
        sentence = description
        self.traits = traits
        self.texts = texts
        self.category = category
        self.rule = rule
    }

    /// The name under which conda shows and writes it.
    package var name: String { ownName.description }

    /// Other names that a source may use instead, in conda's order.
    package var aliases: [String] { alias.utf8CodeUnitCount == 0 ? [] : [alias.description] }

    package var type: ParameterType { makeType() }

    /// What conda takes where no source says anything.
    package var defaultValue: YAMLValue { makeDefault() }

    /// One sentence for people.
    package var description: String { sentence.description }

    /// Whether `$VAR` and `${VAR}` in its values are replaced from the environment.
    package var expandsVariables: Bool { traits.contains(.expandsVariables) }

    /// Whether conda keeps it under its name with a leading underscore. A source may use that name too, and
    /// `conda config` does not know its aliases.
    package var isUnderscored: Bool { traits.contains(.underscored) }

    /// Whether its name, of ASCII alone, comes before that of another as text does.
    func precedes(_ other: Parameter) -> Bool { ownName.precedes(other.ownName) }

    /// Whether this is its own name: asked without making a text of it.
    func isNamed(_ name: StaticString) -> Bool { ownName.isEqual(to: name.bytes) }

    /// Whether a source means it by a word: its name, an alias, or its name with conda's underscore.
    func isMeant(by key: UnsafeBufferPointer<UInt8>) -> Bool {
        ownName.isEqual(to: key) || alias.isEqual(to: key)
            || isUnderscored && key.first == UInt8(ascii: "_") && ownName.isEqual(to: .init(rebasing: key.dropFirst()))
    }

    /// What the table says by one word where it holds.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        static let expandsVariables = Traits(rawValue: 1)
        static let underscored = Traits(rawValue: 2)
    }

    /// The name that conda's own objects use; its messages show it, and a source may use it.
    package var internalName: String { isUnderscored ? "_" + name : name }

    /// Whether conda leaves it out of its descriptions.
    package var isHidden: Bool { category == .commandLineOnly || category == .hidden }

    /// Every name by which a source may set it, its own first.
    package var namesInSources: [String] { [name] + aliases + (isUnderscored ? [internalName] : []) }
}

extension Parameter: Equatable {
    /// A name has one parameter.
    package static func == (one: Parameter, other: Parameter) -> Bool { one.ownName.isEqual(to: other.ownName.bytes) }
}
