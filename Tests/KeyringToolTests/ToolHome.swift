import CommandLineKit
import Foundation
import LosslessJSON
import TestSupport

@testable import KeyringTool

/// A throw-away home directory in which the program runs inside the test.
final class ToolHome {
    private let directory: TemporaryDirectory
    var environment: [String: String] = [:]

    static let premium = "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"

    init() throws { directory = try TemporaryDirectory() }

    var path: String { directory.path }

    struct Outcome {
        let status: ExitStatus
        let output: String
        let errors: String
        /// Both in the order in which they were written.
        let everything: String

        /// Of the problems that doctor found.
        var codes: [String] {
            guard case .array(let problems)? = json["problems"] else { return ["no list"] }
            return problems.map { if case .string(let code)? = $0["code"] { code } else { "?" } }
        }

        /// The JSON object on standard output.
        var json: JSONValue {
            (try? JSONDocument(Array(output.utf8)).root.value) ?? .null
        }
    }

    func run(_ arguments: String..., input: String = "", width: Int? = nil) -> Outcome {
        run(arguments, input: input, width: width)
    }

    func run(_ arguments: [String], input: String = "", width: Int? = nil) -> Outcome {
        let process = RecordedProcess(input: input)
        let status = process.run(
            KeyringTool.program, arguments,
            environment: ["HOME": path, "PATH": "/nowhere"].merging(environment) { $1 }, workingDirectory: path,
            terminalWidth: width)
        return Outcome(status: status, output: process.output, errors: process.errors, everything: process.everything)
    }

    /// Writes a file 0600, its directories 0700.
    func write(_ text: String, to name: String) throws {
        try directory.write(text, to: name, mode: 0o600, directoryMode: 0o700)
    }

    func writeToken(_ token: String, url: String = premium) throws { try write(token, to: ".config/binstar/\(url)") }

    /// A base installation in the home, with anaconda-auth 0.15.3 in it.
    func installAnacondaAuth() throws {
        environment["CONDA_ROOT"] = path + "/root"
        try write("", to: "root/conda-meta/history")
        try write(
            "Metadata-Version: 2.4\nVersion: 0.15.3\n",
            to: "root/lib/python3.12/site-packages/anaconda_auth-0.15.3.dist-info/METADATA")
    }

    func text(of name: String) -> String? { directory.text(of: name) }
    func mode(of name: String) -> Int? { directory.mode(of: name) }

    /// Every file below the home and what is in it.
    var files: [String: String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.reduce(into: [:]) { files, name in
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory)
            if !isDirectory.boolValue { files[name] = text(of: name) }
        }
    }
}

/// Keyrings as anaconda-auth writes them, of made-up tokens.
enum MadeUp {
    static let token = "made-up-token-0123456789-aaaa"
    static let other = "made-up-token-9876543210-bbbb"

    /// A keyring of one service with these entries.
    static func keyring(_ entries: [(domain: String, payload: String)]) -> String {
        let members = entries.map { "\"\($0.domain)\": \"\(Data($0.payload.utf8).base64EncodedString())\"" }
        return "{\"Anaconda Cloud\": {\(members.joined(separator: ", "))}}"
    }

    static func payload(
        domain: String = "anaconda.com", tokens: [(org: String?, token: String)] = [], key: String? = nil
    )
        -> String
    {
        let list = tokens.map { item in
            "{\"token\":\"\(item.token)\"\(item.org.map { ",\"org_name\":\"\($0)\"" } ?? "")}"
        }
        let apiKey = key.map { "\"api_key\":\"\($0)\"," } ?? ""
        return "{\"domain\":\"\(domain)\",\(apiKey)\"repo_tokens\":[\(list.joined(separator: ","))],\"version\":2}"
    }

    /// A JSON web token that ends at that moment.
    static func apiKey(expires: Int) -> String {
        func part(_ text: String) -> String {
            Data(text.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        }
        return "\(part(#"{"alg":"RS256"}"#)).\(part(#"{"exp":\#(expires)}"#)).\(part("made-up-signature"))"
    }
}

extension ToolHome {
    /// Several tokens in the keyring, under two domains, and two conda-token files.
    ///
    /// - Parameter key: the API key.
    func writeTokensOfBothStores(key: String) throws {
        try write(
            MadeUp.keyring([
                (
                    "anaconda.com",
                    MadeUp.payload(
                        tokens: [("one", MadeUp.token), ("two", MadeUp.other), (nil, "site-token")], key: key)
                ),
                ("own.example", MadeUp.payload(domain: "own.example", tokens: [("one", "own-token")])),
            ]), to: ".anaconda/keyring")
        try writeToken("file-token")
        try writeToken("login-token", url: "https%3A%2F%2Fapi.anaconda.org.token")
    }
}
