import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct ConfigurationSearchTests {
    @Test func `below a directory the files that conda could read are checked, at any depth`() throws {
        let home = try ToolHome()
        for name in ["a/.condarc", "a/b/condarc", "a/my.condarc", "a/condarc.d/x.yml", "a/condarc.d/y.yaml"] {
            try home.write("nope: 1\n", to: name)
        }
        for name in ["a/other.yml", "a/condarc.d/x.txt", "a/condarc.d/.yml", "a/condarc.txt"] {
            try home.write("nope: 1\n", to: name)
        }
        let outcome = home.run(["check", "HOME/a"])
        #expect(outcome.status == .negative)
        let found = outcome.output.split(separator: "\n").filter { $0.contains(": unknown-parameter: ") }
            .map { String($0.prefix { $0 != ":" }) }
        #expect(
            found == [
                "HOME/a/.condarc", "HOME/a/b/condarc", "HOME/a/condarc.d/x.yml", "HOME/a/condarc.d/y.yaml",
                "HOME/a/my.condarc",
            ])
        #expect(outcome.errors.contains("5 files checked: 5 warnings"))
    }

    @Test func `what has a name that is no UTF-8 is a finding that shows the name escaped`() throws {
        let home = try ToolHome()
        try home.write("channels: [a]\n", to: "a/.condarc")
        for name in ["a/x\u{FF}.condarc", "a/photo\u{FE}.jpg", "a/d\u{FD}/.condarc"] {
            let bytes =
                home.path.utf8.map { CChar(bitPattern: $0) } + [0x2F]
                + name.unicodeScalars.map { CChar(bitPattern: UInt8($0.value)) } + [0]
            if let slash = bytes.lastIndex(of: 0x2F), name.contains("/.") { mkdir(Array(bytes[..<slash]) + [0], 0o700) }
            let descriptor = open(bytes, O_CREAT | O_WRONLY, 0o600)
            try #require(descriptor >= 0)
            close(descriptor)
        }
        let outcome = home.run(["check", "HOME/a", "--json"])
        #expect(outcome.status == .negative)
        let result = try JSONDocument(Array(outcome.output.utf8)).root
        let findings = result["findings"]?.elements ?? []
        #expect(findings.map { $0["rule"]?.string } == ["unreadable", "unreadable"])
        #expect(findings.map { $0["path"]?.string } == ["HOME/a/d\\xfd/", "HOME/a/x\\xff.condarc"])
        #expect(result["files"]?.value == 1)
    }
}
