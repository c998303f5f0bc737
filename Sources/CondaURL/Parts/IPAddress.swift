/// Which addresses may stand in brackets.
enum IPAddress {
    /// Whether what stands between the first brackets is an IPv6 address, or one of a version to come.
    ///
    /// Source: CPython, `urllib.parse._check_bracketed_host`.
    static func isBracketed(in authority: ArraySlice<UInt8>) -> Bool {
        guard let opening = authority.firstIndex(of: UInt8(ascii: "[")) else { return false }
        let host = authority[(opening + 1)...].prefix { $0 != UInt8(ascii: "]") }
        if host.first == UInt8(ascii: "v") {
            let version = host.dropFirst().prefix(while: \.isHexDigit)
            let rest = host[version.endIndex...]
            return !version.isEmpty && rest.first == UInt8(ascii: ".") && rest.count > 1
        }
        return isVersion6(host)
    }

    /// Source: CPython, `ipaddress.IPv6Address`.
    private static func isVersion6(_ address: ArraySlice<UInt8>) -> Bool {
        let zone = address.split(separator: UInt8(ascii: "%"), maxSplits: 1, omittingEmptySubsequences: false)
        if zone.count > 1, zone[1].isEmpty || zone[1].contains(UInt8(ascii: "%")) { return false }
        var groups = zone[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard groups.count >= 3 else { return false }
        if let last = groups.last, last.contains(UInt8(ascii: ".")) {
            guard isVersion4(last) else { return false }
            groups.removeLast()
            groups += [[0x30], [0x30]]
        }
        guard groups.count <= 9 else { return false }
        let gaps = groups.indices.dropFirst().dropLast().filter { groups[$0].isEmpty }
        guard gaps.count <= 1 else { return false }
        guard let gap = gaps.first else { return groups.count == 8 && groups.allSatisfy(isGroup) }
        // `::` may stand at either end, where it makes two empty groups.
        var before = groups[..<gap]
        var after = groups[(gap + 1)...]
        if before.first?.isEmpty == true {
            before = before.dropFirst()
            guard before.isEmpty else { return false }
        }
        if after.last?.isEmpty == true {
            after = after.dropLast()
            guard after.isEmpty else { return false }
        }
        return before.count + after.count < 8 && (before + after).allSatisfy(isGroup)
    }

    private static func isVersion4(_ address: ArraySlice<UInt8>) -> Bool {
        let numbers = address.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return numbers.count == 4
            && numbers.allSatisfy { digits in
                guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit) else { return false }
                return (digits.count == 1 || digits.first != 0x30)
                    && (Int(String(decoding: digits, as: UTF8.self)) ?? 256) < 256
            }
    }

    private static func isGroup(_ digits: ArraySlice<UInt8>) -> Bool {
        (1...4).contains(digits.count) && digits.allSatisfy(\.isHexDigit)
    }
}
