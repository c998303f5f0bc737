import Foundation
import LosslessJSON

/// A configuration and what the real conda answered of it, call by call, as `Fixtures/golden/README.md` describes it.
struct DifferentialCase: Sendable {
    let id: String
    let category: String
    let json: JSONValue

    var calls: [JSONValue] { if case .array(let calls)? = json["calls"] { calls } else { [] } }
    /// Modes mean nothing to the superuser, files in `/etc` are no test's to write, and a relative place counts from the
    /// working directory, which all tests of a process share.
    var isForAnyone: Bool {
        json["modes"] == nil && json["env"]?["CONDARC"] != .string("")
            && !(json["files"]?.members ?? [:]).keys.contains { $0.hasPrefix("/") }
    }

    /// The cases of a file, and all values of `conda config --show` where nothing is set.
    static func all(inFileAt path: String) throws -> (defaults: [String: JSONValue], cases: [DifferentialCase])? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        var defaults: [String: JSONValue] = [:]
        var cases: [DifferentialCase] = []
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let json = try JSONDocument(Array(line)).root.value
            if let values = json["defaults"] { defaults = values.members }
            guard let id = json["id"]?.text, let category = json["category"]?.text else { continue }
            cases.append(DifferentialCase(id: id, category: category, json: json))
        }
        return (defaults, cases)
    }
}
