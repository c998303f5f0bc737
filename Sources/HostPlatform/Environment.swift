/// The environment variables of one process, as a value that is handed in.
///
/// A variable that is set to nothing is an empty string, not nil. Names count without regard to case on Windows.
package struct Environment: Sendable {
    package let platform: Platform
    /// What was handed in, `NAME=VALUE` and a zero byte for each: of the many variables of a process few are asked for.
    private let assignments: [UInt8]

    /// - Parameter assignments: `NAME=VALUE`, each ended by a zero byte. Of a name that stands twice the first counts
    ///   (`getenv`); what has no equals sign is no variable.
    package init(assignments: [UInt8], platform: Platform = .current) {
        self.assignments = assignments.last ?? 0 == 0 ? assignments : assignments + [0]
        self.platform = platform
    }

    package init(_ values: [String: String], platform: Platform = .current) {
        var assignments: [UInt8] = []
        // Sorted, so that of two spellings of one name on Windows the same one always wins.
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            assignments += name.utf8
            assignments.append(UInt8(ascii: "="))
            assignments += value.utf8
            assignments.append(0)
        }
        self.init(assignments: assignments, platform: platform)
    }

    package subscript(name: String) -> String? {
        var name = name
        return name.withUTF8 { name in
            // No variable has such a name; a zero byte ends a variable.
            guard !name.contains(0) else { return nil }
            return assignments.withUnsafeBufferPointer { bytes in
                var start = 0
                while start < bytes.count {
                    var position = 0
                    while position < name.count, matches(bytes[start + position], name[position]) { position += 1 }
                    let isNamed = position == name.count && bytes[start + position] == UInt8(ascii: "=")
                    var end = start + position
                    while bytes[end] != 0 { end += 1 }
                    if isNamed { return String(decoding: bytes[(start + position + 1)..<end], as: UTF8.self) }
                    start = end + 1
                }
                return nil
            }
        }
    }

    /// The variable's value, or nil where it is unset or empty.
    package func nonEmpty(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names of all variables, sorted; upper case on Windows.
    package var names: [String] { names(withPrefix: "") }

    /// The names of the variables that begin with a prefix, sorted; upper case on Windows.
    package func names(withPrefix prefix: String) -> [String] {
        let prefix = Array(prefix.utf8)
        var names: Set<String> = []
        for assignment in assignments.split(separator: 0) where assignment.starts(with: prefix, by: matches) {
            guard let equals = assignment.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: assignment[..<equals], as: UTF8.self)
            names.insert(platform.isWindows ? name.uppercased() : name)
        }
        return names.sorted()
    }

    /// The same variables under another platform's rules.
    package func on(_ platform: Platform) -> Environment { Environment(assignments: assignments, platform: platform) }

    private func matches(_ byte: UInt8, _ wanted: UInt8) -> Bool {
        if byte == wanted { return true }
        guard platform.isWindows, byte ^ wanted == 0x20 else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

extension Environment: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }
}
