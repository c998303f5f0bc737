import Foundation

/// How long random tests go on, and where they start: `Scripts/fuzz` sets both.
enum Effort {
    static let iterations = number("LOSSLESS_YAML_ITERATIONS") ?? 2000
    static let seed = UInt64(number("LOSSLESS_YAML_SEED") ?? 20_260_801)

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
