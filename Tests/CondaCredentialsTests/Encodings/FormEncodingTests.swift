import CondaCredentials
import Testing

@Suite struct FormEncodingTests {
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
}
