import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct PermissionCheckTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `modes are mended`() throws {
        try home.writeToken(MadeUp.token)
        try home.write(MadeUp.keyring([]), to: ".anaconda/keyring")
        chmod(home.path + "/.anaconda/keyring", 0o644)
        chmod(home.path + "/.anaconda", 0o777)
        chmod(home.path + "/.config/binstar/\(ToolHome.premium)", 0o640)
        #expect(home.run("doctor", "--json").codes == ["mode", "mode", "mode"])
        #expect(home.run("doctor", "--fix", "--check").status == .negative)
        #expect(home.mode(of: ".anaconda") == 0o777)
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.mode(of: ".anaconda") == 0o755)
        #expect(home.mode(of: ".anaconda/keyring") == 0o600)
        #expect(home.mode(of: ".config/binstar/\(ToolHome.premium)") == 0o600)
        #expect(home.run("doctor", "--fix", "--json").json["changed"] == false)
    }

    @Test func `a token in a file that conda does not read is closed to others, too`() throws {
        let place = home.path + "/.config/binstar/token.txt"
        try home.write(MadeUp.token + "\n", to: ".config/binstar/token.txt")
        #expect(home.run("doctor").status == .success)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place)
        try home.write("read me, please\n", to: ".config/binstar/README")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: home.path + "/.config/binstar/README")
        #expect(home.run("doctor").status == .negative)
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.mode(of: ".config/binstar/token.txt") == 0o600 && home.mode(of: ".config/binstar/README") == 0o644)
    }
}
