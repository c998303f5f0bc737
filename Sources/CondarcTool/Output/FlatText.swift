import Condarc
import HostPlatform
import LosslessYAML

/// Values as lines of one value each, the same on every machine that is configured alike.
enum FlatText {
    /// What sources set of a value: neither what conda adds nor what it computes, which differs from machine to machine.
    static func set(_ value: TracedValue) -> YAMLValue {
        switch value.content {
        case .scalar(let value): value
        case .sequence(let items): .sequence(items.filter { $0.origin != .builtIn }.map(\.value))
        case .mapping(let entries):
            .mapping(
                entries.filter { $0.value.origin != .builtIn }.map { YAMLPair(key: $0.key, value: $0.value.value) })
        }
    }

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
