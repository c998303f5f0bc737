import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON

enum PathsCommand: Command {
    static let heading = CommandHeading("paths", summary: "show where conda looks for its configuration")

    private static let platform = Option(
        "platform", value: .choice("PLATFORM", of: Platform.allCases.map(\.rawValue)),
        help: "Show the places on another platform: `linux`, `macos` or `windows`. Which exist there is not known.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [platform, .root] + Option.forAllCommands,
            description: [
                "Lists the files that conda reads, the weakest first, each with whose it is: the system's, the user's, the active "
                    + "environment's, or that of the variable `CONDARC`. Places where nothing is are counted; `-v` lists them. A file counts only if it is "
                    + "named `.condarc` or `condarc`, or ends in `.yml` or `.yaml`; of a directory, its `*.yml` and `*.yaml` "
                    + "files count.",
                "With `--json`, `paths` lists the places, with `path` null where a variable is not set (on another platform: where "
                    + "a variable or the home directory decides), and `files` the files that are read, in order.",
            ],
            examples: [
                "condarc-tool paths": "Show the places on this machine.",
                "condarc-tool paths --platform windows": "Show those of Windows.",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = Session(invocation.context)
        let platform = invocation.value(platform).flatMap { Platform(rawValue: $0) } ?? session.host.platform
        let isHere = platform == session.host.platform
        if isHere { session.warn(ofMissing: [.root], invocation) }
        let host = isHere ? session.host : session.host.on(platform)
        let path = SearchPath(host: host, root: session.root(invocation))
        let files = isHere ? path.files(in: session.sourceFiles, host: host) : []
        if invocation.wantsJSON {
            let places = path.entries.map { entry -> JSONValue in
                [
                    "place": .string(entry.template), "path": knownPath(of: entry, isHere: isHere).json,
                    "files": files.filter { entry.holds($0, on: host) }.json,
                ]
            }
            invocation.console.write(json: [
                "platform": .string(platform.rawValue), "paths": .array(places), "files": files.json,
            ])
        } else {
            write(path.entries, files, host, isHere: isHere, invocation, SeenFiles(session.files))
        }
        return .success
    }

    /// Where a place is; nil where that is not known, as on another platform what lies below the home directory.
    private static func knownPath(of entry: SearchPath.Entry, isHere: Bool) -> String? {
        isHere || entry.path == entry.template ? entry.path : nil
    }

    private static func write(
        _ entries: [SearchPath.Entry], _ files: [String], _ host: Host, isHere: Bool, _ invocation: Invocation,
        _ listed: SeenFiles
    ) {
        var listed = listed
        let console = invocation.console
        let edited = host.inHome(".condarc")
        var seen: Set<String> = []
        var missing = 0
        for entry in entries {
            let path = knownPath(of: entry, isHere: isHere)
            guard seen.insert(path ?? entry.template).inserted else { continue }
            let name = entry.owner.rawValue
            // The longest has eleven columns.
            let owner = StyledText(name + String(repeating: " ", count: 13 - name.utf8.count))
            let found = files.filter { entry.holds($0, on: host) }
            for file in found {
                let mark = StyledText(file == edited ? "* " : "  ", .green)
                let other = listed.earlierName(of: file).map { "  (the same file as \(console.shown(path: $0)))" }
                console.writeLine(
                    mark + owner + StyledText(ControlCharacters.escaped(console.shown(path: file)), .bold)
                        + StyledText(other ?? "", .dim))
            }
            guard found.isEmpty else { continue }
            let place = ControlCharacters.escaped(console.shown(path: path ?? entry.template))
            if isHere, let path, path == edited {
                console.writeLine(StyledText("* ", .green) + owner + StyledText("\(place)  (not there yet)", .dim))
            } else if !isHere || invocation.isVerbose {
                let note = !isHere ? "" : path == nil ? "  (not set)" : "  (not there)"
                console.writeLine("  " + owner + StyledText(place + note, isHere ? .dim : nil))
            } else {
                missing += 1
            }
        }
        guard isHere else { return }
        if missing > 0 {
            console.writeLine(StyledText("  and \(missing.of("place")) where nothing is: -v", .dim))
        }
        console.writeLine(StyledText("* edits go here, unless an option names another file", .dim))
    }
}
