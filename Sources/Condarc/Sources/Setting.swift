/// A key in a source and what it is set to.
package struct Setting: Sendable {
    /// As the source writes it; of a variable, what follows `CONDA_`, in lower case.
    package let key: String
    /// Where the key stands.
    package let origin: Origin
    package let value: TracedValue
    /// What cuts a URL with a secret in it into items of a variable's list; nil where none is cut.
    var secretIsCutAt: Character?

    /// The parameter that the key means; nil for an unknown key.
    package var parameter: Parameter? { ParameterTable.parameter(forKey: key) }

    /// Whether it is the name that conda itself uses.
    package var hasOwnName: Bool { parameter?.internalName == key }
}
