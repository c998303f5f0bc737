import Foundation
import TestSupport

/// A Python script that drives the built program and other people's programs in turn.
enum PeerScript {
    struct Outcome {
        let status: Int32
        /// Both outputs.
        let text: String
    }

    /// The interpreter with py-rattler; nil where it cannot be installed.
    static let rattler: String? = interpreter("rattler")

    static func interpreter(_ environment: String) -> String? {
        let script = PackagePlaces.root + "/Scripts/python-env"
        let outcome = try? PythonCheckers.run(script, [environment], in: PackagePlaces.root)
        guard let outcome, outcome.status == 0 else { return nil }
        return outcome.output.split(separator: "\n").last.map(String.init)
    }

    static func has(_ program: String) -> Bool {
        ["/usr/bin", "/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    /// Whether a keyring of the operating system can be started for a test.
    static let canStartKeyring = ["dbus-run-session", "gnome-keyring-daemon", "secret-tool"].allSatisfy(has)
    static let noKeyring = "gnome-keyring, libsecret-tools or dbus is not installed"

    /// What every script begins with: `tool(…)` runs keyring-tool and gives status, output and messages.
    static let prelude = """
        import json, os, subprocess, sys
        TOOL, HOME = os.environ["TOOL"], os.environ["HOME"]
        TOKENS = []
        def token(number):
            text = f"made-up-token-0123456789-{number:04}"
            TOKENS.append(text)
            return text
        def tool(*arguments, given="", status=0, shows=()):
            call = subprocess.run([TOOL, *arguments], input=given, capture_output=True, text=True, timeout=60)
            assert call.returncode == status, (arguments, call.returncode, call.stdout, call.stderr)
            for text in TOKENS:
                assert text in shows or text not in call.stdout + call.stderr, ("shown", arguments)
            return call
        def report():
            return {(t["store"], t["org"] or t["url"] or t["domain"], t["kind"]) for t in
                    json.loads(tool("report", "--json").stdout)["tokens"]}
        def start_keyring():
            subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets"], input=b"pw",
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=60)

        """

    /// - Parameter withBus: whether it runs in a session bus of its own.
    static func run(
        _ script: String, with interpreter: String, in home: ScratchHome, withBus: Bool = false,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: withBus ? "/usr/bin/dbus-run-session" : interpreter)
        process.arguments = (withBus ? ["--", interpreter] : []) + ["-c", prelude + script]
        process.environment = [
            "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": home.path + "/.run", "TOOL": try BuiltProgram("keyring-tool").path,
        ].merging(environment) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: home.path)
        try FileManager.default.createDirectory(
            atPath: home.path + "/.run", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let output = NSTemporaryDirectory() + UUID().uuidString
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: output) }
        let handle = FileHandle(forWritingAtPath: output)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            text: String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self))
    }
}
