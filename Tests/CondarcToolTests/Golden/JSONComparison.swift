import LosslessJSON
import LosslessYAML

/// Compares by meaning: the order of members and the way numbers are written do not count.
enum JSONComparison {
    static func areSame(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
        switch (a, b) {
        case (.number(let a)?, .number(let b)?): a == b || Double(a) == Double(b)
        case (.array(let a)?, .array(let b)?): a.count == b.count && zip(a, b).allSatisfy { areSame($0, $1) }
        case (.object?, .object?):
            members(a).keys == members(b).keys && members(a).allSatisfy { areSame($1, members(b)[$0]) }
        default: a == b
        }
    }

    /// Descriptions are in our own words.
    private static func members(_ value: JSONValue?) -> [String: JSONValue] {
        var members = value?.members ?? [:]
        if members["parameter_type"] != nil { members["description"] = nil }
        return members
    }

    /// Whether a file's value is the recorded one. What JSON cannot hold (`{"$time": …}`) counts as the same.
    static func isSame(_ value: YAMLValue, _ recorded: JSONValue) -> Bool {
        switch (value, recorded) {
        case (.null, .null), (.null, .object([])): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .number(let b)): a.digits == b
        case (.float(let a), .number(let b)): a == Double(b) && YAMLInteger(decimal: b) == nil
        case (.string(let a), .string(let b)): Array(a.utf8) == Array(b.utf8)
        case (.sequence(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
        case (_, .object(let members)) where members.count == 1 && members[0].name.hasPrefix("$"):
            members[0].name == "$pairs" ? isSame(value, pairs: members[0].value) : true
        case (.sequence(let pairs), .object):
            // An ordered map (`!!omap`) is a list of pairs.
            isSame(
                .mapping(pairs.flatMap { pair in if case .mapping(let one) = pair { one } else { [] as [YAMLPair] } }),
                recorded)
        case (.mapping(let a), .object(let b)):
            a.count == b.count
                && b.allSatisfy { member in value[member.name].map { isSame($0, member.value) } ?? false }
        default: false
        }
    }

    private static func isSame(_ value: YAMLValue, pairs: JSONValue) -> Bool {
        guard case .mapping(let own) = value, case .array(let recorded) = pairs, own.count == recorded.count else {
            return false
        }
        return recorded.allSatisfy { pair in
            guard case .array(let parts) = pair, parts.count == 2 else { return false }
            return own.contains { isSame($0.key, parts[0]) && isSame($0.value, parts[1]) }
        }
    }
}
