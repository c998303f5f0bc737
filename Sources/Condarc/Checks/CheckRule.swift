/// One rule of `check`: what it is for, and what it finds.
///
/// A rule looks at any of four things, each by a function of its own: at a file or the variables, at all sources together, at
/// why a file was not read, or at what is taken out of a text into a file. Its bad example is what shows that it does.
package protocol CheckRule: Sendable {
    static var documentation: RuleDocumentation { get }
    /// Whether it runs only when it is selected by name, or when an option asks for it.
    static var isOptional: Bool { get }
    /// Whether it says of a value without the others what is no question of taste or trust, which whoever gives the value has
    /// answered; that a secret is in it is said once more.
    static var judgesNewValues: Bool { get }
    /// Whether what it says matters beside whatever else is wrong with a value.
    static var standsApart: Bool { get }
    /// Whether it is about trust: no other text in the same place would be spared what it says.
    static var isOfTrust: Bool { get }
    /// Whether it says that a text is no configuration, so that nothing in the text counts and the other rules see none of it.
    static var refusesText: Bool { get }
    /// Whether it says that a key stands there already.
    static var isOfRepeatedKeys: Bool { get }
    /// Whether it says that conda passes over a key, whatever stands with it.
    static var isOfUnknownKeys: Bool { get }

    /// Looks at one file, or at the variables.
    static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector)
    /// Looks at all sources together, for what is wrong with none of them alone.
    static func checkWhole(_ whole: CheckedConfiguration, _ findings: inout FindingCollector)
    /// Looks at why a file was not read.
    static func checkFailure(_ failure: CheckFailure, _ findings: inout FindingCollector)
    /// Looks at what stands with a setting and does not go along where its value is written into another file.
    static func checkTaken(_ taken: Setting, _ findings: inout FindingCollector)
}

extension CheckRule {
    package static var name: String { documentation.name }
    package static var severity: Severity { documentation.severity }
    package static var isOptional: Bool { false }
    package static var judgesNewValues: Bool { false }
    package static var standsApart: Bool { false }
    package static var isOfTrust: Bool { false }
    package static var refusesText: Bool { false }
    package static var isOfRepeatedKeys: Bool { false }
    package static var isOfUnknownKeys: Bool { false }
    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {}
    package static func checkWhole(_ whole: CheckedConfiguration, _ findings: inout FindingCollector) {}
    package static func checkFailure(_ failure: CheckFailure, _ findings: inout FindingCollector) {}
    package static func checkTaken(_ taken: Setting, _ findings: inout FindingCollector) {}
}
