import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON

enum SourcesCommand: Command {
    static let heading = CommandHeading("sources", summary: "list every source, and what it sets")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [.root, .reveal] + Option.forAllCommands,
            description: [
                "Lists where conda looks, weakest place first, then the environment, and what is there. Each source with "
                    + "what it sets, in its parameters' types; a source that cannot be read, and a value that is wrong, is named "
                    + "with its line.",
                "With `--json`: `sources`, each with `name`, `exists`, `parses`, `settings` (by key), and `problems`.",
            ],
            examples: ["condarc-tool sources": "See which files count, and what each says."],
            exitStatuses: [
                .badData: "A source cannot be parsed, or a value in one is wrong.",
                .system: "A source cannot be read.",
            ],
            notes: ["Tokens and passwords in URLs are redacted, unless `--reveal` is given."])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = Session(invocation.context)
        session.warn(ofMissing: [.root], invocation)
        let root = session.root(invocation)
        let searchPath = SearchPath(host: session.host, root: root)
        let reveal = invocation.has(.reveal)
        let configuration = session.configuration(
            searchPath, of: session.sourceFiles, root: root, reveals: reveal
        ).configuration
        var status = ExitStatus.success
        var entries: [JSONValue] = []
        var missing = 0
        let edited = session.host.inHome(".condarc")
        var isFirst = true
        var files = SeenFiles(session.files)
        for listed in list(configuration, searchPath, session.host) {
            guard case .source(let source, let owner) = listed else {
                if case .nothing(let entry, let error) = listed {
                    let isEdited = entry.path.map { $0 == edited } ?? false
                    missing += error == nil && !isEdited ? 1 : 0
                    report(nothingAt: entry, error, isEdited: isEdited, invocation, &entries)
                }
                continue
            }
            let (settings, found) = configuration.typedSettings(of: source)
            let problems = (source.failure.map { [$0] } ?? []) + found
            status = max(status, CommandError.status(of: problems))
            if invocation.wantsJSON {
                entries.append(json(source, settings.map { ($0.setting.key, $0.value) }, problems, reveal: reveal))
                continue
            }
            if source.kind == .environment, source.settings.isEmpty { continue }
            if !isFirst { invocation.console.separate() }
            isFirst = false
            let other = source.path.flatMap { files.earlierName(of: $0) }
            let mark =
                (source.name == edited ? "; edits go here" : "")
                + (other.map { "; the same file as \(invocation.console.shown(path: $0))" } ?? "")
            invocation.console.writeLine(
                StyledText(invocation.console.shown(path: source.path ?? "environment variables"), .bold)
                    + StyledText(owner.map { "  (\($0.rawValue)\(mark))" } ?? "", .dim))
            if other != nil { continue }
            let values = settings.map { setting, value in
                (setting.key, reveal ? value.value : CondaText.redacted(value.value, named: setting.key))
            }
            for line in CondaText.lines(values) {
                invocation.console.writeLine(StyledText("  " + (reveal ? line : CondaText.redacted(line))))
            }
            let unknown = source.settings.filter { $0.parameter == nil }.map(\.key)
            if !unknown.isEmpty {
                invocation.console.writeLine(
                    StyledText("  (no parameters of conda: \(unknown.joined(separator: ", ")))", .dim))
            }
            for problem in problems {
                var told = session.told(problem)
                told.path = told.path.map(invocation.console.shown(path:))
                var message = told.message()
                message.code = "problem"
                invocation.console.write(message)
            }
        }
        if invocation.wantsJSON {
            invocation.console.write(json: ["sources": .array(entries)])
        } else if missing > 0, !invocation.isVerbose {
            invocation.console.writeLine(StyledText("and \(missing.of("place")) where nothing is: -v", .dim))
        }
        return status
    }

    private enum Listed {
        /// Of the environment and options nobody is the owner.
        case source(Source, SearchPath.Owner?)
        /// A place where nothing is, or what conda passes over.
        case nothing(SearchPath.Entry, CondarcError?)
    }

    /// The places of the search path in order, those where nothing is too, and the environment.
    private static func list(_ configuration: Configuration, _ searchPath: SearchPath, _ host: Host) -> [Listed] {
        var rest = configuration.sources.filter { $0.kind != .commandLine }
        var listed: [Listed] = []
        var places: Set<String> = []
        for entry in searchPath.entries {
            guard places.insert(entry.path ?? entry.template).inserted else { continue }
            if let path = entry.path.map(host.absolute),
                let error = configuration.passedOver.first(where: { $0.path == path })
            {
                listed.append(.nothing(entry, error))
                continue
            }
            func isHere(_ source: Source) -> Bool { source.path.map { entry.holds($0, on: host) } ?? false }
            let here = rest.filter(isHere)
            rest.removeAll(where: isHere)
            listed += here.isEmpty ? [.nothing(entry, nil)] : here.map { .source($0, entry.owner) }
        }
        return listed + rest.map { .source($0, nil) }
    }

    private static func report(
        nothingAt entry: SearchPath.Entry, _ error: CondarcError?, isEdited: Bool, _ invocation: Invocation,
        _ entries: inout [JSONValue]
    ) {
        // What conda passes over is named by its whole path.
        let path = error?.path ?? entry.path
        let place = path ?? entry.template
        if invocation.wantsJSON {
            entries.append([
                "name": .string(place), "path": path.json, "exists": .bool(error != nil), "parses": .null,
                "settings": [:], "problems": .array(error.map { [CommandError($0).json] } ?? []),
            ])
        } else if error != nil || isEdited || invocation.isVerbose {
            let name = invocation.console.shown(path: ControlCharacters.escaped(place))
            let absent = isEdited ? "not there yet; edits go here" : path == nil ? "not set" : "not there"
            let remark = error == nil ? absent : "cannot be read: conda passes over it"
            invocation.console.writeLine(StyledText("\(name)  (\(remark))", .dim))
        }
    }

    private static func json(
        _ source: Source, _ settings: [(key: String, value: TracedValue)], _ problems: [CondarcError], reveal: Bool
    ) -> JSONValue {
        [
            "name": .string(source.name), "path": source.path.json, "exists": true,
            "parses": .bool(source.failure == nil),
            "settings": .object(
                settings.map { .init($0.key, ShownValue.plain($0.value).json(reveal: reveal, named: $0.key)) }),
            "problems": .array(problems.map { CommandError($0).json }),
        ]
    }
}
