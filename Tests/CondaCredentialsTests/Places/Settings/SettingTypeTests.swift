import HostPlatform
import Testing

@testable import CondaCredentials

/// A value of a wrong type stops anaconda-auth, whatever the setting is for.
@Suite struct SettingTypeTests {
    private func complaint(_ name: String, _ value: TOMLValue, in kind: SettingOrigin.Kind) -> String? {
        SettingType.of(name)?.complaint(
            about: SettingValue(value: value, origin: SettingOrigin(kind: kind, name: name)))
    }

    @Test(
        arguments: [
            ("ssl_verify", "truststore", true), ("use_device_flow", "yes", true), ("use_device_flow", "maybe", false),
            ("use_device_flow", "", false), ("domain", "", false), ("domain", "h.example", true), ("site", "", true),
            ("preferred_token_storage", "System", false), ("preferred_token_storage", "system", true),
            ("keyring", "", false), ("keyring", "null", true), ("keyring", "{}", true),
            ("keyring", #"{"a": {"b": "c"}}"#, true),
            ("keyring", #"{"a": {"b": 5}}"#, false), ("keyring", "[]", false), ("keyring", "\u{FEFF}{}", false),
            ("extra_headers", "no JSON", true), ("extra_headers", #"{"a": 5}"#, false), ("proxy_servers", "null", true),
            ("oidc_request_headers", "null", false), ("oidc_request_headers", #"{"a": "b"}"#, true),
        ] as [(String, String, Bool)])
    func `the environment has texts alone`(name: String, text: String, isRight: Bool) {
        let found = complaint(name, .string(text), in: .environment)
        #expect((found == nil) == isRight, "\(found ?? "-")")
    }

    @Test(
        arguments: [
            ("site", .boolean(true), false), ("ssl_verify", .boolean(true), true),
            ("use_device_flow", .boolean(false), true),
            ("use_device_flow", .array([]), false), ("keyring", .string("{}"), false),
            ("extra_headers", .string("x"), true),
            ("api_key", .number("5"), false), ("proxy_servers", .array([]), false),
        ] as [(String, TOMLValue, Bool)])
    func `a file has types of its own`(name: String, value: TOMLValue, isRight: Bool) {
        let found = complaint(name, value, in: .configFile)
        #expect((found == nil) == isRight, "\(found ?? "-")")
    }

    @Test func `no complaint repeats a value`() {
        for (name, _) in SettingType.all {
            for kind in [SettingOrigin.Kind.environment, .configFile] {
                #expect(complaint(name, .string("made-up-secret"), in: kind)?.contains("made-up") != true)
            }
        }
        #expect(SettingType.of("nothing") == nil)
    }
}
