import CondaCredentials
import Testing

@Suite struct HarmlessWordTests {
    @Test(arguments: [
        (
            #"{"Anaconda Cloud": {"anaconda.com": "eyJkb21h/W4+==" "x": 3}}"#,
            #"{"Anaconda Cloud": {"anaconda.com": "…" "…": …}}"#
        ),
        (
            #"{"https://repo.corp.example:8443/a": {"CondaToken": "made-up"}}"#,
            #"{"https://repo.corp.example:…": {"CondaToken": "…"}}"#
        ),
        (#"{"https://repo.corp.example": {}}"#, #"{"https://repo.corp.example": {}}"#),
        ("<<<<<<< HEAD", "<<<<<<< …"),
        ("plugin.auth:", "plugin.auth:"),
        ("[sites.prod", "[sites.prod"),
        ("domain = anaconda.com", "domain = anaconda.com"),
        ("api_key = \"made-up", "api_key = \"…"),
        ("api_key: 'made up words, and = more'", "api_key: '…, … = …'"),
        ("export ANACONDA_AUTH_API_KEY made-up-0123456789", "export ANACONDA_AUTH_API_KEY …"),
        ("ANACONDA_AUTH_API_KEY=made-up-0123456789", "ANACONDA_AUTH_API_KEY=…"),
        // A name that is not known may be a token by itself.
        ("MADE_UP=0123456789", "…"),
        ("domain made-up.0123456789.abcdef0", "domain …"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjB9.abcdef", "…"),
        ("a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2.com", "…"),
        ("", ""),
    ])
    func `of a line only what is known to be no secret is shown`(_ line: String, _ shown: String) {
        let bytes = Array(line.utf8)
        var text: [UInt8] = []
        var place = 0
        for range in HarmlessWord.hidden(in: bytes) {
            text += bytes[place..<range.lowerBound] + Array("…".utf8)
            place = range.upperBound
        }
        #expect(String(decoding: text + bytes[place...], as: UTF8.self) == shown)
    }
}
