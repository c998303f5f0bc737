import TestSupport

/// One of libFuzzer's targets: what is tried with an input, and what must hold then.
struct FuzzTarget: Sendable {
    let name: String
    /// Returns where every promise holds.
    let run: @Sendable ([UInt8]) -> Void

    static let all = [yaml, condarc, json, toml, dotenv, redaction, tokenFiles, arguments]
}

/// Ends the process unless a promise holds, so that libFuzzer saves the input.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError("broken promise: \(what())") }
}

extension [UInt8] {
    /// For messages.
    var quoted: String { String(decoding: self, as: UTF8.self).debugDescription }

    /// What libFuzzer mutates is text, so the choices of a model come from all of it: the same input, the same choices.
    var seed: UInt64 { reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
    var choices: SeededGenerator { SeededGenerator(seed: seed) }

    /// The input cut at its NUL bytes into so many texts; missing ones are empty.
    func parts(_ count: Int) -> [[UInt8]] {
        let parts = split(separator: 0, maxSplits: count - 1, omittingEmptySubsequences: false).map(Array.init)
        return parts + [[UInt8]](repeating: [], count: count - parts.count)
    }
}
