import Foundation
import TestSupport
import Testing

/// The README's console blocks, run as they stand there, one after the other, in one throw-away home.
@Suite struct `The README` {
    /// A command line behind `$ ` and the lines below it.
    private struct Call {
        var command: String
        var shown: [String] = []
    }

    @Test func `shows what its commands really write`() throws {
        let machine = try ReadmeMachine()
        let blocks = try Self.blocks()
        #expect(blocks.count >= 6)
        var status: Int32 = 0
        for block in blocks {
            for (position, call) in block.enumerated() {
                // A file that is shown is there; the first of a block as it is shown.
                if call.command.hasPrefix("cat "), !call.shown.isEmpty {
                    try machine.provide(String(call.command.dropFirst(4)), call.shown, replacing: position == 0)
                }
                if call.command == "echo $?" {
                    #expect(call.shown == ["\(status)"], "\(block[position - 1].command)")
                    continue
                }
                let output: [String]
                (status, output) = try machine.run(call.command)
                #expect(output == call.shown, "\(call.command)")
            }
        }
    }

    private static func blocks() throws -> [[Call]] {
        let text = try String(contentsOfFile: PackagePlaces.root + "/README.md", encoding: .utf8)
        return text.components(separatedBy: "```console\n").dropFirst().map { part in
            var calls: [Call] = []
            for line in part.components(separatedBy: "\n```")[0].components(separatedBy: "\n") {
                if line.hasPrefix("$ ") {
                    calls.append(Call(command: String(line.dropFirst(2))))
                } else if !calls.isEmpty {
                    calls[calls.count - 1].shown.append(line)
                }
            }
            return calls
        }
    }
}

/// The machine of the README: a home, a base installation with anaconda-auth, and three files with tokens.
private struct ReadmeMachine {
    private let directory: TemporaryDirectory
    private let base: String
    private let programs: String
    private var home: String { base + "/home/ann" }

    init() throws {
        directory = try TemporaryDirectory()
        base = directory.path
        programs = URL(fileURLWithPath: try BuiltProgram("condarc-tool").path).deletingLastPathComponent().path
        try write("", to: "/opt/conda/conda-meta/history")
        try write(
            "Metadata-Version: 2.1\nName: anaconda-auth\nVersion: 0.15.3\n",
            to: "/opt/conda/lib/python3.12/site-packages/anaconda_auth-0.15.3.dist-info/METADATA")
        for (name, token) in [("site", "cdef"), ("my", "aaaa"), ("new", "bbbb")] {
            try write("made-up-0123456789\(token)\n", to: "/home/ann/\(name)-token.txt")
        }
    }

    func provide(_ name: String, _ lines: [String], replacing: Bool) throws {
        let place =
            name.hasPrefix("~/") ? "/home/ann/" + name.dropFirst(2) : name.hasPrefix("/") ? name : "/home/ann/" + name
        guard replacing || !FileManager.default.fileExists(atPath: base + place) else { return }
        try write(lines.joined(separator: "\n") + "\n", to: place)
    }

    private func write(_ text: String, to place: String) throws {
        let url = URL(fileURLWithPath: base + place)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Both streams in one, as at a terminal; places are written as the README has them.
    func run(_ command: String) throws -> (status: Int32, output: [String]) {
        let real = command.replacingOccurrences(of: "/home/", with: base + "/home/")
            .replacingOccurrences(of: "/opt/", with: base + "/opt/")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", real]
        process.environment = [
            "HOME": home, "PATH": "\(programs):/usr/bin:/bin", "CONDA_ROOT": base + "/opt/conda", "LANG": "C.UTF-8",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: home)
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var lines = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: base, with: "")
            .components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        return (process.terminationStatus, lines)
    }
}
