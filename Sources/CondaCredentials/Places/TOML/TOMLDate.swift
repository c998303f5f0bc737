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
        guard let date = numbers(word[...], "0000-00-00"), date[0] > 0, (1...12).contains(date[1]) else { return false }
        let isLeap = date[0] % 4 == 0 && (date[0] % 100 != 0 || date[0] % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[date[1] - 1]).contains(date[2])
    }

    /// `07:32:00`, `07:32:00.999`; with an offset also `07:32:00Z`, `07:32:00-07:00`.
    static func isTime(_ word: [UInt8], withOffset: Bool) -> Bool {
        guard let time = numbers(word.prefix(8), "00:00:00"), time[0] < 24, time[1] < 60, time[2] < 60 else {
            return false
        }
        var rest = word[8...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: \.isDigit)
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(1 + digits.count)
        }
        if rest.isEmpty { return true }
        guard withOffset, let sign = rest.popFirst() else { return false }
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest.isEmpty }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let offset = numbers(rest, "00:00") else {
            return false
        }
        return offset[0] < 24 && offset[1] < 60
    }

    /// The numbers of a text that has digits where a form has zeros, and elsewhere the signs of the form; nil for every other.
    private static func numbers(_ text: ArraySlice<UInt8>, _ form: String) -> [Int]? {
        guard text.count == form.utf8.count,
            zip(text, form.utf8).allSatisfy({ $1 == UInt8(ascii: "0") ? $0.isDigit : $0 == $1 })
        else { return nil }
        return text.split { !$0.isDigit }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}
