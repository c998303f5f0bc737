import CondaURL
import LosslessJSON

extension KeyringFile {
    /// The keyring as indented JSON with the payloads opened and every text that may be a secret redacted: for diffs.
    package var outline: String {
        let services = (document.root.members ?? []).map { service in
            let isOurs = service.name.isSameText(as: KeyringFile.service)
            let members = (service.value.members ?? []).map { member in
                JSONValue.Member(
                    MisplacedToken.shown(member.name), isOurs ? KeyringFile.outline(of: member) : KeyringFile.hidden)
            }
            return JSONValue.Member(service.name, .object(members))
        }
        return JSONValue.object(services).text(indent: 2) + "\n"
    }

    private static let hidden: JSONValue = "…"

    private static func outline(of member: JSONMember) -> JSONValue {
        guard let payload = KeyringEntry(member).payload else { return hidden }
        return .object(
            (payload.document.root.members ?? []).map { field in
                switch field.name {
                case "domain", "username":
                    field.value.isPlain ? .init(field.name, field.value.value) : .init(field.name, hidden)
                case "version" where field.value.string == nil && field.value.isPlain:
                    .init(field.name, field.value.value)
                case "repo_tokens": .init(field.name, .array((field.value.elements ?? []).map(outline(of:))))
                default: .init(field.name, redacted(field.value))
                }
            })
    }

    private static func outline(of repoToken: JSONNode) -> JSONValue {
        .object(
            (repoToken.members ?? []).map { field in
                .init(
                    field.name,
                    field.name == "org_name" && field.value.isPlain ? field.value.value : redacted(field.value))
            })
    }

    private static func redacted(_ node: JSONNode) -> JSONValue {
        node.isNull ? .null : .string(node.string.map { Secret($0).redacted } ?? "…")
    }
}

extension JSONNode {
    /// Neither array nor object.
    fileprivate var isPlain: Bool { elements == nil && members == nil }
}
