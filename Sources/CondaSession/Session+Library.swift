public import Condarc
import HostPlatform
import SecureFileStore

/// What another package finds here: the sources of this machine merged, and one file edited.
extension Session {
    /// - Parameters:
    ///   - environment: the variables that say where conda's sources are, and that are one themselves.
    ///   - currentDirectory: the absolute path that relative ones start from; nil asks the system.
    public init(environment: [String: String], currentDirectory: String? = nil) {
        self.init(Environment(environment), currentDirectory: currentDirectory)
    }

    /// The items that all sources together give a list such as `channels`, as conda uses them, in its order; of a
    /// single value it alone.
    ///
    /// - Throws: `CondarcError` for a key that is no such parameter, `CondarcProblems` for values that conda refuses.
    public func effectiveValues(of key: String) throws -> [EffectiveValue] {
        let parameter = try ParameterTable.known(key)
        if case .map = parameter.type {
            throw CondarcError(.badType, "\(.key) is a map, not a list or a single value", key: key)
        }
        let value = try configuration(root: root(option: nil)).shown(parameter).traced
        return (value.items ?? [value]).map { EffectiveValue($0) }
    }

    /// Edits one configuration file, which is replaced whole or not at all; one that is not there is an empty one, and made
    /// for its owner alone if a secret goes into it.
    ///
    /// - Parameters:
    ///   - path: relative ones start from the current directory.
    ///   - change: may run more than once, each time from the start: for a file that is to be made, and where another program
    ///     changes the file meanwhile.
    /// - Returns: whether the file changed.
    /// - Throws: what `change` throws, `YAMLError` for a file that is not YAML, `FileError`; then nothing was changed.
    @discardableResult
    public func edit(_ path: String, _ change: (inout CondarcEditor) throws -> Void) throws -> Bool {
        func edited(_ snapshot: FileSnapshot) throws -> FileChange<Void> {
            var editor = try CondarcEditor(snapshot.bytes, pathExists: pathExists)
            try change(&editor)
            return FileChange(editor.bytes, telling: ())
        }
        let path = host.absolute(path)
        return try files.update(path, policy: try policy(ofMaking: path, edited), telling: edited).changed
    }
}
