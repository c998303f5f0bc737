import CommandLineKit
import Condarc
import LosslessYAML

/// A key that neither conda nor a file knows: there is nothing to do, and most likely it is misspelt.
enum UnknownKey {
    /// - Returns: nil for a key that one of the two knows.
    static func notice(of key: String, in document: YAMLDocument) -> EditAnswer.Notice? {
        let name = key.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? key
        var keys: [String] = []
        if case .mapping(let pairs)? = document.root?.value { keys = pairs.map(\.key.pythonText) }
        guard name != "plugins", ParameterTable.parameter(forKey: name) == nil, !keys.contains(name) else { return nil }
        let known = keys + ParameterTable.all.flatMap { [$0.name] + $0.aliases }
        return .init(
            "'\(key)' is not set, and conda has no parameter '\(name)'",
            hint: NearestName.suggestion(for: name, among: known))
    }
}
