import CondaCredentials
import Testing

@Suite struct Base64Tests {
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

}
