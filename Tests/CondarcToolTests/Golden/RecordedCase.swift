import Foundation
import LosslessJSON

/// One recorded call of `conda config`, as `Fixtures/golden/README.md` describes it.
struct RecordedCase: Sendable {
    let id: String
    let arguments: [String]
    let environment: [String: String]
    let standardInput: String
    /// Paths with placeholders, and bytes; text still has its placeholders.
    let texts: [String: String]
    let binaries: [String: [UInt8]]
    let directories: [String]
    let links: [String: String]
    let hasModes: Bool
    let compared: Set<String>
    let exit: Int
    let crashed: Bool
    let output: String?
    let outputJSON: JSONValue?
    let errors: String
    let valuesAfter: [String: JSONValue]

    init?(_ json: JSONValue) {
        guard case .string(let id)? = json["id"], json["plugin_settings"] == nil,
            case .number(let exit)? = json["exit"], let status = Int(exit)
        else { return nil }
        self.id = id
        self.exit = status
        arguments = json["argv"]?.texts ?? []
        environment = json["env"]?.textMembers ?? [:]
        standardInput = json["stdin"]?.text ?? ""
        texts = json["files"]?.textMembers ?? [:]
        binaries = (json["files_b64"]?.textMembers ?? [:]).compactMapValues { Data(base64Encoded: $0).map(Array.init) }
        directories = json["dirs"]?.texts ?? []
        links = json["links"]?.textMembers ?? [:]
        hasModes = json["modes"] != nil
        compared = Set(json["compare"]?.texts ?? [])
        crashed = json["error"]?["crash"] == true
        output = json["stdout"]?.text
        outputJSON = json["stdout_json"]
        errors = json["stderr"]?.text ?? ""
        valuesAfter = json["value_after"]?.members ?? [:]
    }

    /// The cases of a file with one JSON object a line; nil where there is no such file.
    static func all(inFileAt path: String) throws -> [RecordedCase]? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try data.split(separator: UInt8(ascii: "\n")).compactMap {
            RecordedCase(try JSONDocument(Array($0)).root.value)
        }
    }
}

extension JSONValue {
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var texts: [String] {
        if case .array(let items) = self { items.compactMap(\.text) } else { [] }
    }

    var members: [String: JSONValue] {
        guard case .object(let members) = self else { return [:] }
        return Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    }

    var textMembers: [String: String] { members.compactMapValues(\.text) }
}
