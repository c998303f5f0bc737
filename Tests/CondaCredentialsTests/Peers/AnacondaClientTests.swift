import CondaCredentials
import LosslessJSON
import TestSupport
import Testing

@Suite(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"), .serialized)
struct AnacondaClientTests {
    private let urls = [
        "https://api.anaconda.org", "https://repo.anaconda.cloud/repo/", "https://bücher.example/a b/c+d?e=%20&f~g",
        "http://x.example:8080/t/-_.!*'()",
    ]

    private func answer(_ script: String, _ scratch: TokenScratch) throws -> [String] {
        let answer = try PythonPeer.answer(
            script, to: .array(urls.map { .string($0) }),
            environment: ["HOME": scratch.path, "BINSTAR_CONFIG_DIR": scratch.path])
        guard case .array(let texts) = answer else { return [] }
        return texts.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    @Test func `anaconda-client reads our files`() throws {
        let scratch = try TokenScratch()
        let store = CondaTokenStore(directory: scratch.path + "/data")
        for (number, url) in urls.enumerated() { try store.set(Secret("made-up-\(number)"), at: .url(url)) }
        let script = """
            import json, sys
            from binstar_client.utils.config import load_token
            print(json.dumps([load_token(url) for url in json.load(sys.stdin)]))
            """
        #expect(try answer(script, scratch) == urls.indices.map { "made-up-\($0)" })
    }

    @Test func `we read the files of anaconda-client`() throws {
        let scratch = try TokenScratch()
        let script = """
            import json, sys
            from binstar_client.utils import config
            for number, url in enumerate(json.load(sys.stdin)):
                config.DEFAULT_CONFIG["url"] = url
                config.store_token(f"made-up-{number}", None)
            print("[]")
            """
        _ = try answer(script, scratch)
        let contents = try CondaTokenStore(directory: scratch.path + "/data").contents()
        #expect(Set(contents.tokens.map(\.summary)) == Set(urls.enumerated().map { "\($1)=made-up-\($0)" }))
        #expect(contents.problems.isEmpty)
    }

    @Test func `names are those of quote_plus`() throws {
        let scratch = try TokenScratch()
        let script = """
            import json, sys
            from urllib.parse import quote_plus
            print(json.dumps([quote_plus(url) for url in json.load(sys.stdin)]))
            """
        #expect(try answer(script, scratch) == urls.map(FormEncoding.encode))
    }
}
