import CondaURL

/// What is written like a TOML date or time, with its numbers in range.
enum TOMLDate {
    static func isDateTime(_ word: [UInt8]) -> Bool {
        if isDate(word) || isTime(word, withOffset: false) { return true }
        guard word.count > 11, word[10] == UInt8(ascii: "T") || word[10] == UInt8(ascii: "t") else { return false }
        return isDate(Array(word[..<10])) && isTime(Array(word[11...]), withOffset: true)
    }

    /// `2026-08-01`.
    static func isDate(_ word: [UInt8]) -> Bool {
        guard word.count == 10, word[4] == UInt8(ascii: "-"), word[7] == UInt8(ascii: "-"),
            let year = number(word[0..<4]), let month = number(word[5..<7]), let day = number(word[8..<10]),
            year > 0, (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    /// `07:32:00`, `07:32:00.999`; with an offset also `07:32:00Z`, `07:32:00-07:00`.
    static func isTime(_ word: [UInt8], withOffset: Bool) -> Bool {
        guard word.count >= 8, word[5] == UInt8(ascii: ":"), isHourAndMinute(word[0..<5]),
            let second = number(word[6..<8]), second < 60
        else { return false }
        var rest = word[8...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: \.isDigit)
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(1 + digits.count)
        }
        if rest.isEmpty { return true }
        guard withOffset, let first = rest.first else { return false }
        if first == UInt8(ascii: "Z") || first == UInt8(ascii: "z") { return rest.count == 1 }
        return (first == UInt8(ascii: "+") || first == UInt8(ascii: "-")) && isHourAndMinute(rest.dropFirst())
    }

    private static func isHourAndMinute(_ word: ArraySlice<UInt8>) -> Bool {
        let start = word.startIndex
        guard word.count == 5, word[start + 2] == UInt8(ascii: ":"), let hour = number(word[start..<start + 2]),
            let minute = number(word[start + 3..<start + 5])
        else { return false }
        return hour < 24 && minute < 60
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy(\.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
}
