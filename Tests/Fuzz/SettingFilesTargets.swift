@testable import CondaCredentials

extension FuzzTarget {
    /// TOML: what is read can be written and read again; an error has a place and tells no value.
    static let toml = FuzzTarget(name: "toml", quickRuns: 300_000) { (bytes: [UInt8]) in
        do throws(SettingFileError) {
            let table = try TOMLParser.parse(bytes)
            if depth(.table(table)) < 60 {
                let written = table.entries.map { "\(quoted($0.key)) = \(text(of: $0.value))\n" }.joined()
                let again = try? TOMLParser.parse(Array(written.utf8))
                promise(again.map { plain(.table($0)) } == plain(.table(table)), "what is written is read: \(written)")
            }
        } catch {
            check(error, bytes)
        }
        let parts = bytes.parts(2)
        let planted = parts[0] + Array("\napi_key = \"\(word)\" ".utf8) + parts[1]
        do throws(SettingFileError) { _ = try TOMLParser.parse(planted) } catch { check(error, planted) }
    }

    /// `.env` files: what is read can be written and read again; expansion keeps to its limit.
    static let dotenv = FuzzTarget(name: "dotenv", quickRuns: 400_000) { (bytes: [UInt8]) in
        let file: DotEnvFile
        do throws(SettingFileError) { file = try DotEnvFile(bytes) } catch { return check(error, bytes) }
        let text = file.assignments.map { assignment in
            // By code points: a mark behind a quote makes another character of it.
            let name = assignment.name.unicodeScalars.contains("'") ? assignment.name : "'\(assignment.name)'"
            let value = assignment.value?.unicodeScalars.map { scalar in
                scalar == "\r" ? "\\r" : scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
            }.joined()
            return name + (value.map { "=\"\($0)\"" } ?? "") + "\n"
        }.joined()
        let again = try? DotEnvFile(Array(text.utf8))
        promise(
            again?.assignments.map { [$0.name, $0.value].map { $0.map { Array($0.utf8) } } }
                == file.assignments.map { [$0.name, $0.value].map { $0.map { Array($0.utf8) } } },
            "what is written is read: \(text.debugDescription)")
        do throws(SettingFileError) {
            let values = try file.values { $0 == "HOME" ? "/home/kim" : nil }
            let names = Set(file.assignments.map { Array($0.name.utf8) })
            promise(values.map { Array($0.name.utf8) }.count == names.count, "each name once")
            promise(
                values.reduce(0) { $0 + ($1.value?.unicodeScalars.count ?? 0) } <= DotEnvFile.limit, "within the limit")
            for assignment in values {
                let (name, value) = (assignment.name, assignment.value)
                let last = file.assignments.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
                promise(
                    last?.unicodeScalars.contains("$") == true
                        || last.map { Array($0.utf8) } == value.map { Array($0.utf8) },
                    "without variables it is as written: \(name)")
            }
        } catch { check(error, bytes) }
    }

    private static let word = "Zq7xVw93Kj5m"

    private static func check(_ error: SettingFileError, _ bytes: [UInt8]) {
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        promise((1...lines).contains(error.line) && error.column >= 1, "the place is in the text: \(error)")
        promise(!error.message.contains(word), "a value is told: \(error)")
    }

    // MARK: TOML by another hand

    private static func text(of value: TOMLValue) -> String {
        switch value {
        case .string(let text): quoted(text)
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let text), .dateTime(let text): text
        case .array(let items): "[\(items.map(text(of:)).joined(separator: ", "))]"
        case .table(let table):
            "{\(table.entries.map { "\(quoted($0.key)) = \(text(of: $0.value))" }.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return scalar.value < 0x20 || scalar.value >= 0x7F || scalar == "\"" || scalar == "\\"
                ? "\\U" + String(repeating: "0", count: 8 - digits.count) + digits : String(scalar)
        }
        return "\"\(escaped.joined())\""
    }

    private static func depth(_ value: TOMLValue) -> Int {
        switch value {
        case .array(let items): 1 + (items.map(depth).max() ?? 0)
        case .table(let table): 1 + (table.entries.map { depth($0.value) }.max() ?? 0)
        default: 0
        }
    }

    /// Without lines.
    private static func plain(_ value: TOMLValue) -> String {
        switch value {
        case .array(let items): "[\(items.map(plain).joined(separator: ","))]"
        case .table(let table):
            "{\(table.entries.map { "\(quoted($0.key)):\(plain($0.value))" }.joined(separator: ","))}"
        default: "\(value.typeName) \(text(of: value))"
        }
    }
}
