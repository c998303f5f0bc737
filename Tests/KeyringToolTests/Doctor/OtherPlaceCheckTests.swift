import CommandLineKit
import LosslessJSON
import Testing

/// Tokens of other clients' files, each with a remedy that is followed to the letter.
@Suite struct OtherPlaceCheckTests {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    private static let rattler = ".rattler/credentials.json"
    private static let mamba = ".mamba/auth/authentication.json"

    @Test(
        arguments: [
            (rattler, #"{"repo.anaconda.cloud": {"CondaToken": "TOKEN"}}"#, "conda-token"),
            (rattler, #"{"h.example": {"CondaToken": "TOKEN"}}"#, "conda-token"),
            (rattler, #"{"h.example": {"BearerToken": "TOKEN"}}"#, "keyring"),
            (mamba, #"{"h.example:8443/a/b": {"type": "CondaToken", "token": "TOKEN"}}"#, "conda-token"),
            (mamba, #"{"repo.anaconda.cloud": {"type": "BearerToken", "token": "TOKEN"}}"#, "keyring"),
        ])
    func `a token that only another client has is taken over`(file: String, text: String, store: String) throws {
        try home.write(text.replacing("TOKEN", with: MadeUp.token), to: file)
        try home.follow(home.finding("other-client-only"))
        #expect(home.finding("other-client-only") == nil)
        #expect(home.run("get", "--store", store).output == MadeUp.token + "\n")
    }

    @Test(
        arguments: [
            (rattler, #"{"https://h.example": {"CondaToken": "TOKEN"}}"#, "write h.example in its place"),
            (rattler, #"{"h.example": {"token": "TOKEN"}}"#, "it is to hold CondaToken, BearerToken or BasicHTTP"),
            (
                mamba, #"{"https://h.example/a": {"type": "CondaToken", "token": "TOKEN"}}"#,
                "write h.example/a in its place"
            ),
            (rattler, #"{"h.example": {"S3Credentials": {}}, "*.example": {"CondaToken": "TOKEN"}}"#, nil),
        ])
    func `an entry that its client cannot use is told`(file: String, text: String, remedy: String?) throws {
        try home.write(text.replacing("TOKEN", with: MadeUp.token), to: file)
        #expect(home.finding("client-entry")?["remedy"] == remedy.map { .string($0) })
    }

    @Test func `of two tokens the one that can be none is never the right one`() throws {
        try home.write(#"{"repo.anaconda.cloud": {"CondaToken": "YOUR_TOKEN_HERE"}}"#, to: Self.rattler)
        #expect(home.finding("other-client-only") == nil && home.finding("no-token") != nil)
        try home.writeToken(MadeUp.token)
        try home.follow(home.finding("other-client-differs"))
        #expect(home.text(of: Self.rattler)?.contains(MadeUp.token) == true)
        try home.writeToken("YOUR_TOKEN_HERE")
        try home.follow(home.finding("other-client-differs"))
        try home.follow(home.finding("other-client-only"))
        #expect(home.run("get", "--store", "conda-token").output == MadeUp.token + "\n")
    }

    @Test(arguments: [0, 1], ["conda-token", "keyring"])
    func `of two clients' tokens each remedy keeps one, and then the other client follows`(
        choice: Int, store: String
    ) throws {
        let kind = store == "keyring" ? "BearerToken" : "CondaToken"
        try home.write(#"{"h.example": {"type": "\#(kind)", "token": "\#(MadeUp.token)"}}"#, to: Self.mamba)
        try home.write(#"{"h.example": {"\#(kind)": "\#(MadeUp.other)"}}"#, to: Self.rattler)
        try home.follow(home.finding("other-client-only"))
        #expect(home.run("get", "--store", store).output == MadeUp.token + "\n")
        try home.follow(home.finding("other-client-differs"), choice: choice)
        #expect(home.finding("other-client-differs") == nil)
        if choice == 1 {
            // Now nothing stands in the way of either; the first is taken, and the other follows.
            try home.follow(home.finding("other-client-only"))
            try home.follow(home.finding("other-client-differs"))
        }
        #expect(home.run("doctor").status == .success)
        #expect(
            home.text(of: Self.mamba)?.contains(MadeUp.token) == home.text(of: Self.rattler)?.contains(MadeUp.token))
    }

    @Test func `a client's token that differs from the one of the keyring is told as that`() throws {
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))]),
            to: ".anaconda/keyring")
        try home.write(#"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.other)"}}"#, to: Self.rattler)
        try home.follow(home.finding("other-client-differs"))
        #expect(home.text(of: Self.rattler)?.contains(MadeUp.token) == true)
        #expect(home.finding("other-client-differs") == nil)
    }
}
