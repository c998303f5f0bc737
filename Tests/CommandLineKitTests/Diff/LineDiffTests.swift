import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct LineDiffTests {
    @Test(arguments: 0..<300)
    func `the changes lead from the old lines to the new ones`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
        var new = old
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            if Bool.random(using: &random) || new.isEmpty {
                new.insert(Int.random(in: 0...12, using: &random), at: Int.random(in: 0...new.count, using: &random))
            } else {
                new.remove(at: Int.random(in: 0..<new.count, using: &random))
            }
        }
        var rebuilt: [Int] = []
        var position = 0
        for change in LineDiff.changes(from: old, to: new) {
            #expect(change.old.lowerBound >= position)
            rebuilt += old[position..<change.old.lowerBound]
            #expect(rebuilt.count == change.new.lowerBound)
            rebuilt += new[change.new]
            position = change.old.upperBound
        }
        rebuilt += old[position...]
        #expect(rebuilt == new)
    }

    @Test func `two long texts without a common line are one change`() {
        let changes = LineDiff.changes(from: Array(0..<20_000), to: Array(20_000..<40_000))
        #expect(changes == [LineChange(old: 0..<20_000, new: 0..<20_000)])
    }

    @Test func `a long list turned round keeps one line`() {
        let changes = LineDiff.changes(from: Array(0..<5000), to: Array((0..<5000).reversed()))
        #expect(changes.reduce(0) { $0 + $1.new.count } == 4999)
    }

    @Test func `long texts of the same few lines stay in proportion`() {
        let changes = LineDiff.changes(
            from: (0..<20_000).map { $0 % 2 }, to: (0..<20_000).map { $0 % 3 == 0 ? 0 : 1 })
        #expect(!changes.isEmpty)
    }
}
