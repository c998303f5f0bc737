package import LosslessYAML

/// Edits a configuration file: each edit keeps everything that it was not asked to change, and leaves nothing that conda
/// would refuse.
///
/// Every method throws `CondarcError` for what conda's rules forbid and `YAMLError` for what the text does not allow, and
/// then leaves the document as it was.
///
/// The way into this module, which knows conda's rules and opens no file. `ParameterTable` has the parameters, with types by
/// which `Typing` reads values. `SearchPath` says where sources are, `SourceReader` reads one with its flags, and
/// `Configuration` merges them; `EffectiveConfiguration` is what conda makes of that, `Explaining` tells why. `Checker` runs
/// the rules of `Checks`, and `PolicyAudit` holds sources to a `Policy`.
public struct CondarcEditor: Sendable {
    package internal(set) var document: YAMLDocument
    /// The file as it is now.
    public var bytes: [UInt8] { document.bytes }
    /// What a user should know of the edits so far, one sentence each, such as that an item moved.
    package var notices: [String] = []
    let pathExists: @Sendable (String) -> Bool
    /// What is wished and not done yet, while several edits are made together.
    var putOff: PutOffWishes?

    /// `pathExists` asks the file system, for values that must name a file.
    public init(_ bytes: [UInt8], pathExists: @escaping @Sendable (String) -> Bool = { _ in true }) throws {
        document = try YAMLDocument(configuration: bytes)
        self.pathExists = pathExists
        try document.checkIsConfiguration()
    }

    /// Takes over a change, which the engine has verified.
    mutating func adopt(_ change: YAMLChange) {
        if !change.isEmpty { document = change.document }
    }

    /// The error for a node of the file that is not of the due kind.
    func wrongKind(_ node: YAMLNode, _ key: String, due: String) -> CondarcError {
        let text = due == "list" ? node.resolved.scalarText.flatMap { ShapeHint.isPlain($0[...]) ? $0 : nil } : nil
        return CondarcError(
            .badType, "\(.key) holds a \(node.resolved.noun) where a \(due) is due", key: key,
            at: node.location,
            hint:
                "\(text.map { "write `\(key): [\($0)]` in the file" } ?? "mend the file"), or remove the key: condarc-tool unset \(key)"
        )
    }

    /// Throws where something else than a map stands on the way to the place.
    func checkParents(of named: NamedPlace) throws(CondarcError) {
        for length in 1..<max(named.path.components.count, 1) {
            let path = NodePath(Array(named.path.components[..<length]))
            guard let node = document.ownNode(at: path)?.resolved, !node.isNull, node.kind != .mapping else { continue }
            throw wrongKind(node, path.description, due: "map")
        }
    }
}
