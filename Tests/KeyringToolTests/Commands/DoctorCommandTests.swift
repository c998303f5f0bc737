import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct DoctorCommandTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `an empty home is sound`() {
        let outcome = home.run("doctor", "--json")
        #expect(outcome.status == .success)
        #expect(outcome.codes == [])
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.files.isEmpty)
    }

    @Test func `a service that is nearly anaconda-auth's hides no token from who looks`() throws {
        let keyring = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])
        try home.write(keyring.replacing("Anaconda Cloud", with: "anaconda cloud"), to: ".anaconda/keyring")
        let found = home.finding("service-name")
        #expect(found?["line"] == 1 && found?["remedy"] == "write \"Anaconda Cloud\" in its place")
        #expect(home.run("get", "--org", "acme").errors.contains("it may be in \(home.path)/.anaconda/keyring"))
        #expect(home.run("logout").status == .system)
        try home.write(keyring, to: ".anaconda/keyring")
        #expect(home.finding("service-name") == nil && home.run("get", "--org", "acme").status == .success)
    }

    @Test func `an entry under a URL does not take the place of the one that counts`() throws {
        let payload = MadeUp.payload(tokens: [("acme", MadeUp.token)])
        let text = MadeUp.keyring([("https://id.anaconda.cloud/", payload), ("anaconda.com", payload)])
        try home.write(text, to: ".anaconda/keyring")
        #expect(home.finding("domain-name")?["fixable"] == false)
        #expect(home.run("doctor", "--fix").status == .negative && home.text(of: ".anaconda/keyring") == text)
    }

    @Test(arguments: ["organization", "org", "orgName"])
    func `an organization in another field is read after the remedy`(field: String) throws {
        let payload = MadeUp.payload(tokens: [("acme", MadeUp.token)]).replacing("org_name", with: field)
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        guard case .string(let remedy)? = home.finding("field-name")?["remedy"] else {
            throw CocoaError(.coderInvalidValue)
        }
        try home.runLine(remedy)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        #expect(home.finding("field-name") == nil)
    }

    @Test func `a token in the keyring's place is told as that, and stored by the remedy`() throws {
        try home.write(MadeUp.token + "\n", to: ".anaconda/keyring")
        guard case .string(let remedy)? = home.finding("damaged-file")?["remedy"] else {
            throw CocoaError(.coderInvalidValue)
        }
        try home.runLine(remedy)
        #expect(home.run("get", "--org", "ORG").output == MadeUp.token + "\n")
        #expect(home.run("doctor").status == .success && home.files.count == 1)
    }

    @Test func `a directory in the place of a file is to be moved away`() throws {
        try home.write("", to: ".anaconda/keyring/x")
        try home.write("", to: ".config/binstar/x.token/y")
        guard case .array(let problems)? = home.run("report", "--json").json["problems"] else { return }
        #expect(problems.count == 2)
        #expect(problems.first?["remedy"] == "move it away: a file is due at this place")
        #expect(problems.last?["remedy"] == "move it out of the directory")
        // What a variable names is its fault, and may hold the keyring.
        home.environment = ["ANACONDA_AUTH_KEYRING_PATH": "~/.anaconda", "RATTLER_AUTH_FILE": home.path + "/.config"]
        let output = home.run("doctor").output
        #expect(
            output.contains("hint: ANACONDA_AUTH_KEYRING_PATH is to name the file: such as \(home.path)/.anaconda/"))
        #expect(output.contains("hint: RATTLER_AUTH_FILE is to name the file") && !output.contains("move it away"))
        home.environment = [:]
        // Named by an option, it is rather the wrong name.
        #expect(home.run("get", "--keyring", home.path + "/.anaconda").errors.contains("name the file in it"))
    }

    @Test(arguments: ["https:repo.anaconda.cloud", "repo.anaconda.cloud"])
    func `a file named by hand is told how its token is stored, and that no copy is sent`(name: String) throws {
        try home.writeToken(MadeUp.token, url: name + ".token")
        let found = home.finding("file-name")
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        #expect(
            home.finding("second-copy")?["remedy"]
                == .string("conda sends it nowhere: keyring-tool remove --store conda-token --url \(name)"))
        guard case .string(let remedy)? = found?["remedy"] else { throw CocoaError(.coderInvalidValue) }
        try home.runLine(remedy)
        #expect(home.run("get", "--url", "https://repo.anaconda.cloud/repo/").output == MadeUp.token + "\n")
        #expect(home.finding("file-name") == nil)
    }

    @Test func `a null entry is none, as for anaconda-auth`() throws {
        try home.write(
            MadeUp.keyring([("anaconda.cloud", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])
                .replacing("\"anaconda.cloud\"", with: "\"anaconda.com\": null, \"anaconda.cloud\""),
            to: ".anaconda/keyring")
        #expect(home.run("doctor", "--json").codes == ["legacy-domain"])
        #expect(home.run("set", "--org", "other", input: MadeUp.other).status == .success)
        #expect(home.run("get", "--org", "acme", "--domain", "anaconda.com").output == MadeUp.token + "\n")
        #expect(home.run("doctor").status == .success)
    }

    @Test func `a token file that is no text, and a link of another user, are told as what they are`() throws {
        let directory = home.path + "/.config/binstar"
        try home.writeToken(MadeUp.token)
        let bytes = Data([0x74, 0xFF, 0xFE, 0x6B])
        try bytes.write(to: URL(fileURLWithPath: "\(directory)/https%3A%2F%2Fx.example%2F.token"))
        let found = home.run("doctor")
        #expect(found.output.contains("invalid-token: the file is not UTF-8 text"))
        guard geteuid() == 0 else { return }
        let link = "\(directory)/https%3A%2F%2Fy.example%2F.token"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
        try #require(lchown(link, 4321, 4321) == 0)
        let linked = home.run("doctor")
        #expect(linked.output.contains("unreadable: the file cannot be read: it is a link"))
        #expect(linked.output.contains("put what it leads to in its place, or run this as user ID 4321"))
        let condarc = home.path + "/.condarc"
        try FileManager.default.createSymbolicLink(atPath: condarc, withDestinationPath: "/etc/hostname")
        try #require(lchown(condarc, 4321, 4321) == 0)
        #expect(home.run("doctor", "--json").codes.contains("condarc-unreadable"))
        #expect(!home.run("doctor").output.contains("mend the file"))
        #expect(home.run("doctor").output.components(separatedBy: "run this as user ID 4321").count == 3)
    }

    @Test func `tokens that stand only elsewhere are told with what to do`() throws {
        try home.write(MadeUp.token, to: ".local/share/binstar/\(ToolHome.premium)")
        try home.write(
            #"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.other)"}}"#, to: ".rattler/credentials.json")
        #expect(home.run("doctor", "--json").codes == ["older-directory-only", "other-client-only"])
        let url = "https://repo.anaconda.cloud/repo/"
        let both = home.run("sync", "--from", "rattler", "--to", "keyring", "--org", "acme", "--url", url)
        #expect(both.status == .success)
        #expect(home.run("get", "--org", "acme").output == MadeUp.other + "\n")
        _ = home.run("doctor", "--fix")
        #expect(home.run("get", "--url", url).output == MadeUp.token + "\n")
    }
}
