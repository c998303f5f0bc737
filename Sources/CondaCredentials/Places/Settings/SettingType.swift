import LosslessJSON

/// The types of anaconda-auth's settings: a value of another type stops it, whatever the setting is for.
///
/// Source: anaconda-auth's `AnacondaAuthSite`; pydantic's and pydantic-settings' rules of conversion.
enum SettingType {
    case text
    case boolean
    /// A boolean or any text.
    case booleanOrText
    /// `anaconda-keyring` or `system`.
    case storage
    /// Something with a host in it.
    case domain
    /// A map of texts; `isOptional`: JSON's null passes, too.
    case texts(isOptional: Bool)
    case textsOrText
    /// Services, of domains, of texts.
    case keyring

    static func of(_ name: String) -> SettingType? { all[name] }

    static let all: [String: SettingType] = [
        "site": .text, "preferred_token_storage": .storage, "domain": .domain, "auth_domain_override": .domain,
        "api_key": .text, "keyring": .keyring, "keyring_path": .text, "ssl_verify": .booleanOrText,
        "extra_headers": .textsOrText, "client_id": .text, "redirect_uri": .text, "openid_config_path": .text,
        "oidc_request_headers": .texts(isOptional: false), "login_success_path": .text, "login_error_path": .text,
        "use_unified_repo_api_key": .boolean, "hash_hostname": .boolean, "proxy_servers": .texts(isOptional: true),
        "client_cert": .text, "client_cert_key": .text, "use_device_flow": .boolean, "env_manager_channel": .text,
        "env_manager_package": .text, "env_manager_version": .text,
    ]

    /// What is wrong with a value, or nil; never the value itself.
    func complaint(about value: SettingValue) -> String? {
        // The environment has texts alone: what is no text is written as JSON there.
        let isOuter = value.origin.kind != .configFile && value.string != nil
        switch (self, value.value) {
        case (.boolean, _):
            if value.boolean != nil { return nil }
            return isOuter ? "no boolean" : "\(value.value.typeName), not a boolean"
        case (.booleanOrText, .boolean), (.booleanOrText, .string), (.text, .string): return nil
        case (.storage, .string(let text)):
            return text == "system" || text == "anaconda-keyring"
                ? nil : "neither 'anaconda-keyring' nor 'system', the operating system's keyring"
        case (.domain, .string(let text)):
            return AnacondaSettings.host(ofDomain: text).isEmpty ? "no domain" : nil
        case (_, .string(let text)) where isOuter: return complaint(aboutJSON: text)
        case (.textsOrText, .string): return nil
        case (.texts, .table(let table)), (.textsOrText, .table(let table)):
            return SettingType.isTexts(table) ? nil : "a table that holds more than strings"
        case (.keyring, .table(let table)):
            let isKeyring = table.entries.allSatisfy { entry in
                if case .table(let inner) = entry.value { SettingType.isTexts(inner) } else { false }
            }
            return isKeyring ? nil : "a table that is not one of tables of strings"
        default: return value.value.typeName
        }
    }

    private func complaint(aboutJSON text: String) -> String? {
        guard let root = (try? JSONDocument(Array(text.utf8))).flatMap({ $0.hasByteOrderMark ? nil : $0.root }) else {
            if case .textsOrText = self { return nil }
            return "no JSON"
        }
        func isTexts(_ node: JSONNode) -> Bool { node.members?.allSatisfy { $0.value.string != nil } ?? false }
        let isRight =
            switch self {
            case .keyring: root.isNull || (root.members?.allSatisfy { isTexts($0.value) } ?? false)
            case .texts(let isOptional): isTexts(root) || (isOptional && root.isNull)
            default: isTexts(root) || root.isNull || root.string != nil
            }
        return isRight ? nil : "JSON of another shape than is due"
    }

    private static func isTexts(_ table: TOMLTable) -> Bool {
        table.entries.allSatisfy { if case .string = $0.value { true } else { false } }
    }
}
