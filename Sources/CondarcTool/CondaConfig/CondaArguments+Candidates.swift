import CommandLineKit
import Condarc

extension CondaArguments {
    /// What may follow in the arguments of `conda config`: options, and behind those that take a key, keys.
    static func candidates(_ invocation: Invocation, _ current: String) -> [Candidate] {
        if current.hasPrefix("-") {
            return declared.flatMap(\.names).filter { $0.hasPrefix("--") }.map { Candidate($0) }
        }
        let words = invocation.operands
        guard let place = words.lastIndex(where: { $0.hasPrefix("--") }),
            let option = declared.first(where: { $0.names.contains(words[place]) })
        else { return [] }
        switch option.arity {
        case .any: return ConfigurationCandidates.parameters()
        case .exactly(let count) where option.group == .change && place == words.count - 1:
            return ConfigurationCandidates.parameters { count == 2 || !$0.type.isSingle }
        case .exactly(2) where option.group == .change && place == words.count - 2:
            let candidates = ConfigurationCandidates(invocation, operands: words.suffix(1))
            return switch option.names.last {
            case "--set": candidates.valuesOfKey
            case "--remove": candidates.itemsOfKey
            default: candidates.newItems
            }
        default: return []
        }
    }
}

extension ParameterType {
    /// Whether it holds neither items nor entries.
    fileprivate var isSingle: Bool {
        if case .primitive = self { true } else { false }
    }
}
