import CondaCredentials
import Foundation
import TestSupport
import Testing

@Suite struct CondaTokenDirectoryTests {
    private let token = Secret("made-up-token-0001")
    private let url = "https://repo.anaconda.cloud/repo/"
    private let file = "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"

    @Test func `other files are nobody's business and odd ones are reported`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        let files = [
            "config.yaml": "x", "https%3A%2F%2Fa.token": "made-up-1\n", "%zz.token": "made-up-2", "%FF.token": "x",
            "https%3a%2f%2fb.token": "made-up-3", "token": "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "c.token": "",
            "d.token": "two words", ".token": "x", "e.token~": "x",
        ]
        for (name, text) in files { try scratch.write(Array(text.utf8), to: store.path + "/" + name) }
        try FileManager.default.createDirectory(atPath: store.path + "/f.token", withIntermediateDirectories: false)
        let contents = try store.contents()
        #expect(Set(contents.tokens.map(\.summary)) == ["https://a=made-up-1", "https://b=made-up-3"])
        #expect(
            (contents.problems + store.strays(contents.tokens)).map {
                "\($0.code.rawValue) \(($0.path as NSString).lastPathComponent)"
            }.sorted() == [
                "empty-name .token", "empty-token c.token", "file-name %FF.token", "file-name %zz.token",
                "file-name c.token", "file-name d.token", "file-name https%3a%2f%2fb.token", "invalid-token d.token",
                "stray-blank https%3A%2F%2Fa.token", "stray-token token", "unreadable f.token",
            ])
        #expect(!contents.problems.contains { $0.code == .strayToken })
        #expect(try store.trimBlanks(ofFile: store.path + "/https%3A%2F%2Fa.token").changed)
        #expect(scratch.bytes(of: store.path + "/https%3A%2F%2Fa.token") == Array("made-up-1".utf8))
    }

    @Test func `a file whose name is no UTF-8 is a problem that shows the name escaped`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        try scratch.write(Array("made-up-1".utf8), to: store.path + "/https%3A%2F%2Fa.token")
        let path = "\(store.path)/https%3A%2F%2F".utf8.map { CChar(bitPattern: $0) } + [-1]
        let descriptor = open(path + ".token".utf8.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
        // A file system of macOS takes no such name.
        if descriptor < 0 { return }
        close(descriptor)
        let contents = try store.contents()
        #expect(contents.tokens.map(\.summary) == ["https://a=made-up-1"])
        #expect(
            contents.problems.map { "\($0.code.rawValue) \(($0.path as NSString).lastPathComponent): \($0.message)" }
                == [
                    "file-name https%3A%2F%2F\\xff.token: "
                        + "the name is not UTF-8: it is no encoded URL, and the file is not read"
                ])
    }

    @Test func `open modes are problems`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        try scratch.write(Array("made-up-1".utf8), to: store.path + "/https%3A%2F%2Fa.token", mode: 0o644)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: store.path)
        #expect(try store.contents().problems.map(\.code) == [.mode, .mode])
    }
}
