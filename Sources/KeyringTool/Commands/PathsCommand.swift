import CommandLineKit
import CondaCredentials
import HostPlatform
import LosslessJSON
import SecureFileStore

enum PathsCommand: Command {
    static let heading = CommandHeading("paths", summary: "show where the stores are, and which setting says so")

    static let platform = Option(
        "platform", value: .choice("PLATFORM", of: Platform.allCases.map(\.rawValue)),
        help: "Show the places on another platform, with this one's variables.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [platform] + Option.forPlaces + Option.forAllCommands,
            description: [
                "Shows the places of both stores and which setting decided each, then the places that other programs "
                    + "and older versions use.",
                "The keyring is moved, strongest first, by `ANACONDA_AUTH_KEYRING_PATH`; a file "
                    + "`anaconda_auth_keyring_path` in `$ANACONDA_SECRETS_DIR`; `.env` in the working directory; "
                    + "`keyring_path` of the chosen site in `~/.anaconda/config.toml`, which `ANACONDA_CONFIG_TOML` moves; "
                    + "the same under the former name `ANACONDA_CLOUD_`; and `[plugin.auth]` in `config.toml`. The "
                    + "directory of conda-token files is moved by `BINSTAR_CONFIG_DIR`, and on Linux by "
                    + "`XDG_CONFIG_HOME`.",
            ],
            examples: [
                "keyring-tool paths": "Show the places for this user.",
                "keyring-tool paths --platform windows --json": "Show those on Windows, for a program.",
            ], explainSurplus: { _ in .surplus("it shows the places of every store") })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        var session = try ToolSession(invocation)
        var isElsewhere = false
        if let name = invocation.value(platform), let wanted = Platform(rawValue: name), wanted != .current {
            session = try session.on(wanted, invocation)
            isElsewhere = true
        }
        let rows = rows(session, looking: !isElsewhere)
        if invocation.wantsJSON {
            invocation.console.write(json: json(session, rows))
            return .success
        }
        var table = TextTable(["STORE", "PATH", "DECIDED BY", isElsewhere ? "" : "STATE"])
        for row in rows {
            table.add([
                StyledText(row.name, ofOwnMember.contains(row.name) ? .bold : nil),
                StyledText(invocation.console.shown(path: row.place.path)), StyledText(row.place.origin.text),
                row.state,
            ])
        }
        invocation.console.write(table)
        let console = invocation.console
        for row in rows {
            for other in row.place.overridden {
                console.note("\(row.name): \(other.path) of \(other.origin.text) does not count")
            }
        }
        for problem in session.places.settings.problems { console.warn(CommandError(problem).showingStore) }
        if let notice = session.places.systemStorage { invocation.console.warn(notice) }
        return .success
    }

    private struct Row {
        let name: String
        let place: TokenPlaces.Place
        /// Whether the disk was asked.
        let isKnown: Bool
        /// Of what stands there.
        let metadata: FileMetadata?

        var state: StyledText {
            guard let metadata else { return isKnown ? StyledText("not there", .dim) : "" }
            return StyledText("\(metadata.kind.rawValue), \(metadata.mode.octal)")
        }
    }

    /// The stores that the answer has a member each for, wherever they are listed.
    private static let ofOwnMember = [StoreName.keyring, StoreName.condaToken].map(\.rawValue)

    private static func rows(_ session: ToolSession, looking: Bool) -> [Row] {
        func row(_ name: String, _ place: TokenPlaces.Place, isService: Bool = false) -> Row {
            Row(
                name: name, place: place,
                // A service is no file that could be there or not.
                isKnown: looking && !isService,
                metadata: looking ? (try? session.files.metadata(place.path)) ?? nil : nil)
        }
        func all(_ kinds: [StoreKind]) -> [Row] {
            kinds.map { row($0.name.rawValue, $0.place(at: session.stores), isService: $0.isByNameOnly) }
        }
        let rows =
            all(StoreKind.own.filter { $0.isPresent(session.stores) })
            + session.places.otherTokenDirectories.map { row($0.user.rawValue, $0.place) }
            + (session.places.anaKeyring.map { [row("ana", $0)] } ?? [])
        return rows + all(StoreKind.copies.filter { kind in !rows.contains { $0.name == kind.name.rawValue } })
    }

    private static func json(_ session: ToolSession, _ rows: [Row]) -> JSONValue {
        func value(_ row: Row) -> JSONValue {
            let (path, origin) = (row.place.path, row.place.origin)
            let overridden = row.place.overridden.map { other -> JSONValue in
                ["path": .string(other.path), "decided_by": .string(other.origin.text)]
            }
            return [
                "name": .string(row.name), "path": .string(path), "decided_by": .string(origin.text),
                "setting": .string(origin.kind.rawValue), "source": .string(origin.kind.rawValue),
                "exists": row.isKnown ? .bool(row.metadata != nil) : nil,
                "mode": row.isKnown ? (row.metadata?.mode.octal).json : nil, "overridden": .array(overridden),
            ]
        }
        let own = rows.filter { ofOwnMember.contains($0.name) }.map { JSONValue.Member($0.name, value($0)) }
        return ["platform": .string(session.host.platform.rawValue)] + .object(own) + [
            "others": .array(rows.filter { !ofOwnMember.contains($0.name) }.map(value)),
            "preferred_token_storage": (session.places.preferredStorage?.string ?? "anaconda-keyring").json,
            "config": .string(session.places.settings.configPath), "site": session.places.settings.site.json,
            "problems": .array(session.places.settings.problems.map(\.json)),
        ]
    }
}

extension SettingProblem {
    var json: JSONValue {
        [
            "rule": .string(code.rawValue), "code": .string(code.rawValue), "path": path.json,
            "message": .string(message), "line": line.json, "column": column.json, "hint": hint.json,
        ]
    }
}
