/// What is still whole in damaged JSON text of the shape `{"group": {"name": "text", …}, …}`.
///
/// Up to the first fault the text is read by its structure, behind it every complete `"name": "text"` counts.
package struct JSONRecovery: Sendable {
    /// A member of a group whose name and text both begin and end.
    package struct Member: Sendable {
        /// Name of the object that holds it; nil where the damage took it away.
        package let group: String?
        package let name: String
        package let nameRange: Range<Int>
        package let text: String
        /// With its quotes.
        package let textRange: Range<Int>
        /// Whether it stands before the first fault.
        package let isBeforeFault: Bool
        /// Whether a comma, a closing bracket or the end of the text follows, as in sound text.
        package let isDelimited: Bool
    }

    /// A name whose text is not whole, or no text.
    package struct Fragment: Sendable {
        package let group: String?
        package let name: String
    }

    /// In the order of the text.
    package private(set) var members: [Member] = []
    /// In the order of the text.
    package private(set) var fragments: [Fragment] = []
    /// The first fault; nil if the text is sound.
    package private(set) var fault: JSONError?

    private let bytes: [UInt8]
    /// Where names, and texts of members, stand.
    private var covered: [Range<Int>] = []
    /// Offset up to which the text is sound.
    private var soundEnd: Int
    private var group: String?
    private var depth = 0
    private var position = 0

    /// Reads in linear time; never fails.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        soundEnd = bytes.count
        if let offset = bytes.firstOffsetOutsideUTF8 {
            fault = JSONError(.encoding, "the text is not UTF-8", at: offset, in: bytes)
            soundEnd = offset
        }
        var parser = JSONParser(bytes)
        do { _ = try parser.parseDocument() } catch {
            // Of two faults the first one counts.
            if error.offset < soundEnd || fault == nil { fault = error }
            soundEnd = min(soundEnd, parser.pieceStart, error.offset)
        }
        scan()
    }

    private mutating func scan() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): takeString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if !isSound || depth < 2 { group = nil }
                position += 1
            // Behind the fault this may stand inside a string: what it escapes opens nothing.
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
    }

    private var isSound: Bool { position < soundEnd }

    /// Whether something is there that belongs to no name and to no member: the rest of what had one.
    package var hasRest: Bool {
        var end = 0
        for range in covered + [bytes.count..<bytes.count] {
            if bytes[min(end, range.lowerBound)..<range.lowerBound].contains(where: {
                !isJSONBlank($0) && !"{}[]:,".utf8.contains($0)
            }) {
                return true
            }
            end = range.upperBound
        }
        return false
    }

    private mutating func takeString() {
        guard let name = string(at: position) else {
            position += 1
            return
        }
        let colon = skippingBlanks(from: name.range.upperBound)
        // A string right before the fault may begin with a stray quote.
        let wasSound = colon < soundEnd
        guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else {
            if colon == bytes.count { fragments.append(Fragment(group: group, name: name.value)) }
            // Behind the fault the closing quote may as well be an opening one.
            position = wasSound ? name.range.upperBound : name.range.upperBound - 1
            return
        }
        let start = skippingBlanks(from: colon + 1)
        position = start
        covered.append(name.range)
        func addFragment() { fragments.append(Fragment(group: group, name: name.value)) }
        guard start < bytes.count else { return addFragment() }
        if bytes[start] == UInt8(ascii: "{") {
            if !wasSound || depth == 1 { group = name.value } else if depth == 2 { addFragment() }
        } else if bytes[start] == UInt8(ascii: "\""), let text = string(at: start) {
            position = text.range.upperBound
            guard !wasSound || depth == 2 else { return depth == 1 ? addFragment() : () }
            covered.append(text.range)
            let next = skippingBlanks(from: position)
            members.append(
                Member(
                    group: group, name: name.value, nameRange: name.range, text: text.value, textRange: text.range,
                    isBeforeFault: text.range.upperBound <= soundEnd,
                    isDelimited: next == bytes.count || bytes[next] == UInt8(ascii: ",")
                        || bytes[next] == UInt8(ascii: "}")))
        } else if bytes[start...].starts(with: "null".utf8) {
            covered.append(start..<start + 4)
        } else if !wasSound || depth <= 2 {
            addFragment()
        }
    }

    /// The whole string at an offset, or nil; the text around it may be anything.
    private func string(at start: Int) -> JSONString? {
        guard let string = try? JSONString(in: bytes, at: start),
            Array(bytes[string.range]).firstOffsetOutsideUTF8 == nil
        else { return nil }
        return string
    }

    private func skippingBlanks(from start: Int) -> Int {
        var index = start
        while index < bytes.count, isJSONBlank(bytes[index]) { index += 1 }
        return index
    }
}
