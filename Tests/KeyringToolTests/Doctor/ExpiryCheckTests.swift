import CommandLineKit
import Foundation
import Testing

@Suite struct ExpiryCheckTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(
        arguments: [(1_700_000_000, "expired-api-key"), (86_400, "expiring-api-key"), (90 * 86_400, nil)]
            as [(Int, String?)])
    func `API keys are told before they end`(expires: Int, code: String?) throws {
        let moment = expires > 1_000_000_000 ? expires : Int(Date().timeIntervalSince1970) + expires
        let payload = MadeUp.payload(key: MadeUp.apiKey(expires: moment))
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        let outcome = home.run("doctor", "--json")
        #expect(outcome.codes == [code].compactMap { $0 })
        #expect(outcome.status == (code == nil ? .success : .negative))
    }

    @Test(arguments: [
        "0", "1e400", "-1", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "\"x\"", "null",
    ])
    func `an end that no calendar has does no harm`(expires: String) throws {
        let claims = Data("{\"exp\": \(expires)}".utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
        let payload = MadeUp.payload(key: "e30.\(claims).c2ln")
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        #expect(home.run("doctor").status != .system)
        #expect(home.run("report").status == .success)
    }
}
