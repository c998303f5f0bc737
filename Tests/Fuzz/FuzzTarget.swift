import TestSupport

/// One of libFuzzer's targets: what is tried with an input, and what must hold then.
struct FuzzTarget: Sendable {
    let name: String
    /// How many inputs `Scripts/fuzz --quick` tries: as many as 20 to 30 seconds of a core of 2026 allow for.
    let quickRuns: Int
    /// Whether what an input runs through depends on the machine, as on its clock and its directories. libFuzzer goes by
    /// that, so it would try other inputs on each.
    var dependsOnMachine = false
    /// Returns where every promise holds.
    let run: @Sendable ([UInt8]) -> Void

    static let all = [yaml, condarc, json, toml, dotenv, redaction, tokenFiles, arguments]
}

/// Makes inputs of lines of the ones to begin with, which are the same everywhere.
struct MadeInputs {
    private let models: [[[UInt8]]]
    private var random = SeededGenerator(seed: 1)

    init(of inputs: [[UInt8]]) {
        models = inputs.map { $0.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) }
    }

    mutating func next() -> [UInt8] {
        var lines = random.pick(models)
        for _ in 0..<random.number(1...5) {
            let place = random.number(0...(lines.count - 1))
            let other = random.pick(random.pick(models))
            switch random.number(0...5) {
            case 0: lines[place] = other
            case 1: lines.insert(other, at: place)
            case 2 where lines.count > 1: lines.remove(at: place)
            case 3: lines.swapAt(place, random.number(0...(lines.count - 1)))
            default: lines[place] = changed(lines[place])
            }
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    private mutating func changed(_ line: [UInt8]) -> [UInt8] {
        var line = line
        let place = random.number(0...line.count)
        switch random.number(0...3) {
        case 0: line.removeSubrange(place...)
        case 1: line.insert(UInt8(random.number(0...255)), at: place)
        case 2: line.insert(contentsOf: random.pick(["=", "-", ":", "é", "\u{0}", "{", "@", " "]).utf8, at: place)
        default: if place < line.count { line[place] = UInt8(random.number(0...127)) }
        }
        return line
    }
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
