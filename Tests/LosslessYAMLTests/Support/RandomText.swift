import TestSupport

@testable import LosslessYAML

/// Writes random YAML in many styles: indentation, quoting, comments, brackets, line breaks, marks at both ends.
struct RandomText {
    private var random: SeededGenerator
    private var lines: [String] = []
    private var commentCount = 0
    private var anchors: [String] = []
    private let sequenceOffset: Int
    private let mappingOffset: Int
    private let dashGap: Int
    private let commentPercent: Int
    private let usesAnchors: Bool

    private init(_ random: SeededGenerator) {
        var random = random
        sequenceOffset = random.pick([0, 2, 2, 4, 1])
        mappingOffset = random.pick([2, 2, 4, 3])
        dashGap = random.pick([1, 1, 1, 3])
        commentPercent = random.pick([0, 10, 30])
        usesAnchors = random.chance(15)
        self.random = random
    }

    static func make(_ random: inout SeededGenerator) -> [UInt8] {
        var text = RandomText(SeededGenerator(seed: random.next()))
        return text.document()
    }

    private mutating func document() -> [UInt8] {
        if random.chance(15) { lines.append("---") }
        between(0)
        switch random.number(0...9) {
        case 0: sequence(0, depth: 0)
        case 1: lines.append(flow(depth: 0))
        case 2 where random.chance(30): break
        default: mapping(0, depth: 0)
        }
        between(0)
        if lines.contains(where: { !$0.isEmpty && !$0.hasPrefix("#") && $0 != "---" }), random.chance(10) {
            lines.append("...")
        }
        let breaks = random.pick([["\n"], ["\n"], ["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]])
        var text = lines.map { $0 + random.pick(breaks) }.joined()
        if random.chance(20), let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
            text.unicodeScalars.removeLast()
            if last == "\n", text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
        }
        return Array(((random.chance(10) ? "\u{FEFF}" : "") + text).utf8)
    }

    // MARK: Between lines

    private mutating func comment() -> String {
        commentCount += 1
        return "#" + random.pick(["", " ", "!"]) + random.pick(["final", "top", "é comment", "- x", "k: v"])
            + " \(commentCount)"
    }

    private mutating func between(_ column: Int) {
        while random.chance(commentPercent) {
            lines.append(random.chance(30) ? "" : blanks(random.pick([column, 0, column + 2])) + comment())
        }
    }

    private mutating func trailing() -> String {
        random.chance(commentPercent) ? random.pick([" ", "   "]) + comment() : random.chance(5) ? "  " : ""
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    // MARK: Nodes

    private mutating func mapping(_ column: Int, depth: Int, lead: String? = nil) {
        for index in 0..<random.number(1...5) {
            if index > 0 { between(column) }
            let start = index == 0 ? lead ?? blanks(column) : blanks(column)
            let key = random.chance(15) ? "'k \(index)'" : "k\(index)"
            if random.chance(4) {
                lines.append(start + "? " + key + trailing())
                value(blanks(column) + ":", column, depth: depth)
            } else {
                value(start + key + ":", column, depth: depth)
            }
        }
    }

    /// What stands behind `key:` or on the lines below.
    private mutating func value(_ lead: String, _ column: Int, depth: Int) {
        var lead = lead
        if usesAnchors, random.chance(15) {
            if !anchors.isEmpty, random.chance(50) {
                lines.append(lead + " *" + random.pick(anchors) + trailing())
                return
            }
            lead += " &a\(anchors.count)"
            defer { anchors.append("a\(anchors.count)") }
            return plainValue(lead, column, depth: depth)
        }
        plainValue(lead, column, depth: depth)
    }

    private mutating func plainValue(_ lead: String, _ column: Int, depth: Int) {
        switch random.number(0...(depth > 3 ? 5 : 9)) {
        case 0...2: lines.append(lead + " " + scalar() + trailing())
        case 3: lines.append(lead + trailing())
        case 4: lines.append(lead + " " + flow(depth: depth) + trailing())
        case 5: multiline(lead, column)
        case 6, 7, 8:
            lines.append(lead + trailing())
            between(column + sequenceOffset)
            sequence(column + sequenceOffset, depth: depth + 1)
        default:
            lines.append(lead + trailing())
            between(column + mappingOffset)
            mapping(column + mappingOffset, depth: depth + 1)
        }
    }

    private mutating func multiline(_ lead: String, _ column: Int) {
        let inner = blanks(column + 2)
        switch random.number(0...3) {
        case 0:
            lines.append(lead + " one")
            lines.append(inner + "two" + trailing())
        case 1:
            lines.append(lead + " \"one")
            lines.append(inner + "two\"" + trailing())
        case 2:
            lines.append(lead + " [x" + random.pick([",", ", # in", ","]))
            if random.chance(commentPercent) { lines.append(inner + comment()) }
            lines.append(inner + " y" + random.pick(["", ",", " "]) + "]" + trailing())
        default:
            lines.append(lead + " " + random.pick(["|", ">", "|-", ">-", "|+", "|2"]) + trailing())
            lines.append(inner + "text # no comment")
            if random.chance(30) { lines.append("") }
            lines.append(inner + random.pick(["more", "  more", "- more"]))
            if random.chance(30) { lines.append("") }
        }
    }

    private mutating func sequence(_ column: Int, depth: Int, lead: String? = nil) {
        for index in 0..<random.number(1...5) {
            if index > 0 { between(column) }
            let start = (index == 0 ? lead ?? blanks(column) : blanks(column)) + "-"
            let inner = column + 1 + dashGap
            switch random.number(0...(depth > 3 ? 7 : 9)) {
            case 0...5: lines.append(start + blanks(dashGap) + scalar() + trailing())
            case 6: lines.append(start + trailing())
            case 7: lines.append(start + blanks(dashGap) + flow(depth: depth) + trailing())
            case 8: mapping(inner, depth: depth + 1, lead: start + blanks(dashGap))
            default: sequence(inner, depth: depth + 1, lead: start + blanks(dashGap))
            }
        }
    }

    private mutating func scalar() -> String {
        random.pick([
            "defaults", "conda-forge", "'single'", "\"double\"", "true", "12", "0x1F", "1.5", "~", "null", "no", "é",
            "https://repo.anaconda.com/pkgs/main", "\"a \\u00e9 \\\" b\"", "'it''s'", "a b", "2001-01-01", "\"\"",
        ])
    }

    private mutating func flow(depth: Int) -> String {
        let space = random.pick(["", " "])
        var parts: [String] = []
        let isMapping = random.chance(40)
        for index in 0..<random.number(0...4) {
            let item = depth < 3 && random.chance(15) ? flow(depth: depth + 1) : scalar()
            parts.append(isMapping ? "k\(index): " + item : item)
        }
        let comma = !parts.isEmpty && random.chance(15) ? "," : ""
        let inside = space + parts.joined(separator: random.pick([", ", ",", " , "])) + comma + space
        return isMapping ? "{" + inside + "}" : "[" + inside + "]"
    }
}
