import TestSupport
import Testing

@testable import LosslessYAML

@Suite struct ChildFatesTests {
    private func fates(_ order: [Int], of count: Int) -> ChildFates {
        ChildFates(order.map { .existing($0) }, count: count)
    }

    @Test(arguments: [
        ([0, 1, 2], [0, 1, 2]), ([2, 0, 1], [0, 1]), ([1, 2, 0], [1, 2]), ([2, 1, 0], [0]), ([0, 2], [0, 2]),
        ([3, 0, 2], [0, 2]), ([], []), ([1, 0, 3, 2], [0, 2]),
    ])
    func `as few as possible move`(order: [Int], staying: [Int]) {
        let fates = fates(order, of: 4)
        #expect((0..<4).filter { fates.isKept[$0] } == order.sorted())
        #expect((0..<4).filter { fates.stays[$0] }.count == staying.count)
        #expect((0..<4).filter { fates.stays[$0] } == staying)
    }

    @Test func `what stays is in order, and of no shuffled list could more stay`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let count = random.number(1...7)
            let order = Array((0..<count).shuffled(using: &random).prefix(random.number(0...count)))
            let stays = fates(order, of: count).stays
            let staying = order.filter { stays[$0] }
            #expect(staying == staying.sorted())
            // All subsets, since there are few.
            let longest = (0..<(1 << order.count)).map { bits in
                let chosen = order.indices.filter { bits >> $0 & 1 == 1 }.map { order[$0] }
                return chosen == chosen.sorted() ? chosen.count : 0
            }.max()
            #expect(staying.count == longest, "\(order)")
        }
    }

    @Test func `changes are told between what stays`() {
        let expected: [ExpectedChild] = [.item("new"), .existing(2), .existing(0), .existing(3), .item("last")]
        var told: [String] = []
        ChildFates(expected, count: 5).forEachStretch(of: expected) { stretch in
            let ends = [stretch.after, stretch.before].map { $0.map(String.init) ?? "|" }
            told.append("\(ends[0]) +\(stretch.run.count) -\(Array(stretch.dropped)) \(ends[1])")
        }
        // Either of the first three may be the one that moves; the longest run that is found here is 0, 3.
        #expect(told == ["| +2 -[] 0", "0 +0 -[1, 2] 3", "3 +1 -[4] |"])
    }

    @Test func `where nothing changes nothing is told`() {
        let expected: [ExpectedChild] = [.existing(0), .existing(1)]
        ChildFates(expected, count: 2).forEachStretch(of: expected) { _ in Issue.record("told") }
        ChildFates([], count: 0).forEachStretch(of: []) { _ in Issue.record("told") }
    }
}
