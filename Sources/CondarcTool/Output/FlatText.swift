import Condarc
import HostPlatform
import LosslessYAML

/// Values as lines of one value each, the same on every machine that is configured alike.
enum FlatText {
    /// - Parameter home: written as `~`.
    static func lines(_ key: String, _ value: YAMLValue, home: String?) -> [String] {
        switch value {
        case .sequence([]), .mapping([]): ["\(key):"]
        case .sequence(let items): items.flatMap { lines(key, $0, home: home) }
        case .mapping(let pairs):
            pairs.map { ("\(key).\($0.key.pythonText)", $0.value) }.sorted { $0.0 < $1.0 }
                .flatMap { lines($0.0, $0.1, home: home) }
        default: ["\(key): \(Host.withTilde(CondaText.text(value), home: home))"]
        }
    }
}
