import Testing

@testable import CondaCredentials

@Suite struct AuthClientTests {
    @Test func `each version goes by its own rules`() throws {
        func rules(_ version: String) -> AuthRules? { AuthClient(version: version).rules }
        #expect(rules("0.7.2") == nil && AuthClient(version: nil).rules == nil)
        #expect(rules("0.15.3")?.premiumKind == .apiKey && rules("0.15.2")?.premiumKind == .repoToken)
        #expect(rules("0.15.3")?.repeatsWithRepoToken == true && rules("0.15.2")?.repeatsWithRepoToken == false)
        #expect(rules("0.14.4")?.hasMainX == true && rules("0.14.3")?.hasMainX == false)
        #expect(rules("0.14.2")?.usesVariableFirst == true && rules("0.14.1")?.usesVariableFirst == false)
        #expect(rules("0.14.4")?.errorsStopConda == true && rules("0.15.0")?.errorsStopConda == false)
        #expect(rules("0.12.1")?.errorsStopConda == true && rules("0.12.2")?.errorsStopConda == false)
        #expect(rules("0.13.0")?.generation == .typed && rules("0.12.3")?.generation == .unified)
        #expect(rules("0.12.0")?.isDefault == true && rules("0.12.1")?.isDefault == false)
        #expect(rules("0.10.0")?.missingStopsConda == true && rules("0.11.0")?.missingStopsConda == false)
        #expect(rules("1.0")?.premiumKind == .apiKey, "a later one is taken for the newest")
    }
}
