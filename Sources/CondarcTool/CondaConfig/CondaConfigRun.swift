import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML
import SecureFileStore

/// One call of `config`: does what `conda config` does with the same arguments.
///
/// Source: conda.cli.main_config, `execute_config`.
struct CondaConfigRun {
    let arguments: CondaArguments
    let invocation: Invocation
    let session: Session
    let root: String?

    /// By `--json`, or by the parameter `json` in any source.
    let wantsJSON: Bool

    init(_ arguments: CondaArguments, _ invocation: Invocation) {
        self.arguments = arguments
        self.invocation = invocation
        session = Session(invocation.context)
        root = session.host.baseInstallation(rootOption: nil, store: session.files)?.path
        let configuration = session.configuration(root: root).configuration
        let json = ParameterTable.parameter(named: "json").flatMap { try? configuration.value(of: $0) }
        wantsJSON = arguments.has(.json) || json?.value == true
    }

    func run() throws -> ExitStatus {
        if arguments.has(.showSources) { return try showSources() }
        if let names = arguments.given[.show] { return try show(names) }
        if let names = arguments.given[.describe] { return try describe(names) }
        if arguments.has(.validate) { return try validate() }
        let target = try target()
        if arguments.has(.writeDefault) { return try writeDefault(to: target) }
        if let keys = arguments.given[.get] { return try get(keys, from: target) }
        return try edit(target)
    }

    /// Whether tokens and passwords are shown.
    var reveals: Bool { arguments.has(.reveal) }

    var writer: ConfigurationWriter { ConfigurationWriter(invocation, session, keepsBackup: arguments.has(.backup)) }

    // MARK: Output

    func print(_ text: String) {
        invocation.console.writeRaw(Array(((reveals ? text : CondaText.redacted(text)) + "\n").utf8))
    }

    func print(_ json: JSONValue) {
        invocation.console.writeRaw(Array((json.text(indent: 2) + "\n").utf8))
    }

    /// A line on standard error as conda writes it, without the program's name.
    func complain(_ text: String) {
        // Nothing is left to say it to if standard error takes nothing.
        try? invocation.context.standardError.write(
            Array((Redactor.redact(ControlCharacters.escaped(text)) + "\n").utf8))
    }

    // MARK: What there is

    /// Everything that conda loads for this call.
    func configuration(ofFile file: String? = nil) throws -> EffectiveConfiguration {
        session.configuration(
            root: root, prefix: try prefix(), file: file, commandLine: commandLine, reveals: reveals)
    }

    /// The environment that `--prefix` or `--name` asks for.
    func prefix() throws -> String? {
        if let prefix = arguments.value(.prefix) {
            if prefix.strippedAsPython.isEmpty {
                throw CondaFailure("ArgumentError", "option --prefix needs a value", status: .usage)
            }
            return session.host.expanded(prefix)
        }
        guard let name = arguments.value(.name) else { return nil }
        if name.strippedAsPython.isEmpty {
            throw CondaFailure("ArgumentError", "option --name needs a value", status: .usage)
        }
        if name.utf8.contains(UInt8(ascii: "/")) || name.utf8.contains(UInt8(ascii: "\\")) {
            throw CondaFailure("CondaValueError", "the name of an environment holds no slash: '\(name)'")
        }
        if ["base", "root"].contains(name), let root { return root }
        let effective = session.configuration(root: root, commandLine: commandLine)
        let directories = ParameterTable.parameter(named: "envs_dirs").flatMap { try? effective.shown($0) }
        let places = (directories?.traced.items ?? []).map { session.host.join($0.value.pythonText, name) }
        // Where it would be made if there is none.
        return places.first(where: effective.facts.isDirectory) ?? places.first
    }

    private var commandLine: Source {
        let settings: [CondaArguments.Name] = [.json, .console, .verbose, .debug, .trace, .quiet, .force]
        return .commandLine(
            settings.compactMap { name in
                arguments.given[name].map { words in
                    let option = "--\(name.rawValue)"
                    return switch name {
                    case .console: (name.rawValue, option, .string(words[0]))
                    case .verbose: ("verbosity", option, .int(YAMLInteger(words.count)))
                    default: (name.rawValue, option, true)
                    }
                }
            })
    }

    /// The file that is read or changed.
    private func target() throws -> String {
        let name = ".condarc"
        if arguments.has(.system) {
            guard let root else {
                throw CondaFailure(
                    "CondaError", "no base installation is known", hint: "name it in the variable CONDA_ROOT")
            }
            return session.host.join(root, name)
        }
        if arguments.has(.env), let active = session.host.environment.nonEmpty("CONDA_PREFIX") {
            return session.host.join(active, name)
        }
        if let file = arguments.value(.file), !file.isEmpty { return file }
        if let prefix = try prefix() {
            let history = session.host.join(prefix, "conda-meta/history")
            guard ((try? session.files.metadata(history)) ?? nil) != nil else {
                throw CondaFailure(
                    "EnvironmentLocationNotFound", "there is no environment at \(prefix)",
                    hint: "it has no file conda-meta/history")
            }
            return session.host.join(prefix, name)
        }
        return session.host.join(try TargetFile.home(session), name)
    }
}
