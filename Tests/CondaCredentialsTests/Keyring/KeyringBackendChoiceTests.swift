import HostPlatform
import Testing

@testable import CondaCredentials

@Suite struct KeyringBackendChoiceTests {
    private static let file = "/home/u/.config/python_keyring/keyringrc.cfg"

    private func choice(_ environment: [String: String] = [:], file: String? = nil, platform: Platform = .linux)
        -> KeyringBackendChoice?
    {
        KeyringBackendChoice(host: .made(platform, environment), files: .fake(file.map { [Self.file: $0] } ?? [:]))
    }

    @Test(
        arguments: [
            ("[backend]\ndefault-keyring = keyring.backends.null.Keyring\n", .named("keyring.backends.null.Keyring")),
            ("[backend]\ndefault-keyring=\n", .named("")), ("[backend]\nother = x\n", nil),
            ("[other]\ndefault-keyring = x\n", nil), ("", nil),
        ] as [(String, KeyringBackendChoice.Backend?)])
    func `the file names one in its section alone`(text: String, backend: KeyringBackendChoice.Backend?) {
        #expect(choice(file: text)?.backend == backend)
    }

    @Test func `the variable goes before the file, also where it is empty`() {
        let file = "[backend]\ndefault-keyring = a.B\n"
        #expect(choice(["PYTHON_KEYRING_BACKEND": "c.D"], file: file)?.backend == .named("c.D"))
        #expect(choice(["PYTHON_KEYRING_BACKEND": ""], file: file)?.backend == .named(""))
        #expect(choice(["PYTHON_KEYRING_BACKEND": "c.D"])?.removal == "unset PYTHON_KEYRING_BACKEND")
        #expect(choice(file: file)?.removal == "take default-keyring out of \(Self.file)")
    }

    @Test func `a file that is no INI stops anaconda-auth`() {
        let choice = choice(file: "no section\n")
        if case .damaged = choice?.backend {} else { Issue.record("\(String(describing: choice))") }
        #expect(choice?.obstacle?.contains("anaconda-auth stops at it") == true && choice?.origin.line == 1)
    }

    @Test(arguments: [
        ("anaconda_auth.token.AnacondaKeyring", false), ("keyring.backends.chainer.ChainerBackend", false),
        ("keyring.backends.null.Keyring", true), ("", true),
    ])
    func `another backend keeps anaconda-auth from its own file`(name: String, isObstacle: Bool) {
        #expect((choice(["PYTHON_KEYRING_BACKEND": name])?.obstacle != nil) == isObstacle)
    }

    @Test func `the file moves with XDG_CONFIG_HOME, and on Windows there is none without its variables`() {
        let files = SettingFiles.fake(["/x/python_keyring/keyringrc.cfg": "[backend]\ndefault-keyring = a.B\n"])
        #expect(
            KeyringBackendChoice(host: .made(.linux, ["XDG_CONFIG_HOME": "/x"]), files: files)?.backend == .named("a.B")
        )
        #expect(KeyringBackendChoice(host: .made(.linux), files: files) == nil)
        #expect(choice(platform: .windows) == nil)
    }
}
