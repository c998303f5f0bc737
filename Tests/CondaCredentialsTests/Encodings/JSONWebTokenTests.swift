import CondaCredentials
import Testing

@Suite struct JSONWebTokenTests {
    @Test(
        arguments: [
            (#"{"exp":1893456000}"#, 1_893_456_000), (#"{"exp":1893456000.9,"a":"é?>"}"#, 1_893_456_000),
            (#"{"exp":-1}"#, -1),
            (#"{"exp":"1"}"#, nil), (#"{"exp":1e400}"#, nil), (#"{}"#, nil), ("[]", nil), ("", nil), ("{", nil),
        ] as [(String, Int?)])
    func `the expiry is the exp claim`(claims: String, expiry: Int?) {
        let encoded = Base64.encode(Array(claims.utf8)).filter { $0 != "=" }
        let urlSafe = String(encoded.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        #expect(JSONWebToken.expiry(of: Secret("e30.\(urlSafe).c2ln")) == expiry)
    }

    @Test(arguments: ["", "a.b", "a.b.c.d", "...", "a.!.c"]) func `other text has no expiry`(text: String) {
        #expect(JSONWebToken.expiry(of: Secret(text)) == nil)
    }
}
