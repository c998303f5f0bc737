import CondaCredentials
import Testing

@Suite struct EncodingsTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("ÿþ?>", "w7/Dvj8+"),
    ])
    func `base64 goes both ways`(text: String, encoded: String) throws {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(try Base64.decode(encoded) == Array(text.utf8))
        #expect(try Base64.decodeAsPython(encoded) == Array(text.utf8))
    }

    @Test(arguments: [
        ("Zg=", 3), ("Zg", 2), ("Z", 1), ("Zm9v\n", 4), ("Zm 9v", 2), ("Zg==Zg==", 2), ("Zh==", 4), ("=", 1),
        ("Zm9-", 3),
        ("Zm9vé", 4),
    ])
    func `strict base64 says where it breaks`(text: String, offset: Int) {
        #expect(throws: Base64.Failure.self) { try Base64.decode(text) }
        do { _ = try Base64.decode(text) } catch { #expect(error.offset == offset) }
    }

    @Test(arguments: [
        ("Zm9v\n", "foo"), ("Zm 9v!", "foo"), ("Zg==Zg==", "f"), ("Zg=\n=", "f"), ("Zg===", "f"), ("=Zm9v", "foo"),
        ("Zm9v=", "foo"), ("Zm=9v", "foo"), ("Zh==", "f"),
    ])
    func `loose base64 reads as Python does`(text: String, decoded: String) throws {
        #expect(try Base64.decodeAsPython(text) == Array(decoded.utf8))
        #expect(throws: Base64.Failure.self) { try Base64.decode(text) }
    }

    @Test(arguments: ["Zg", "Zg=", "Z", "Zm9vZ", "Z==="]) func `loose base64 still needs its end`(text: String) {
        #expect(throws: Base64.Failure.self) { try Base64.decodeAsPython(text) }
    }

    @Test(arguments: [
        ("https://repo.anaconda.cloud/repo/", "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F"), ("a b+c", "a+b%2Bc"),
        ("_.-~", "_.-~"), ("ü%", "%C3%BC%25"), ("", ""),
    ])
    func `URLs are encoded as quote_plus does it`(text: String, encoded: String) {
        #expect(FormEncoding.encode(text) == encoded)
        #expect(FormEncoding.decode(encoded) == text)
    }

    @Test(arguments: ["%", "%4", "%zz", "%FF", "a%C3"]) func `what decodes to no text is nil`(text: String) {
        #expect(FormEncoding.decode(text) == nil)
    }

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
