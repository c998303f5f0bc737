import CommandLineKit
import CondaSession
import Condarc
import LosslessYAML
import SecureFileStore

/// What a shell offers for keys, values and items, from conda's parameters and from the file that the command is about.
struct ConfigurationCandidates {
    private let invocation: Invocation
    /// The key that was typed, and what was typed behind it.
    private let operands: [String]

    init(_ invocation: Invocation, operands: [String]? = nil) {
        self.invocation = invocation
        self.operands = operands ?? invocation.operands
    }

    // MARK: Keys

    /// Parameters that a rule accepts, with what they are for.
    static func parameters(where accepts: (Parameter) -> Bool = { _ in true }) -> [Candidate] {
        ParameterTable.sorted.filter { !$0.isHidden && accepts($0) }.map {
            Candidate($0.name, $0.description.firstSentence)
        }
    }

    /// Parameters that are lists.
    static var lists: [Candidate] { parameters { if case .sequence = $0.type { true } else { false } } }

    /// The keys of the file, and the entries of its maps.
    var keysInFile: [Candidate] {
        pairs.flatMap { pair -> [Candidate] in
            let name = pair.key.pythonText
            let own = Candidate(name, ParameterTable.parameter(forKey: name)?.description.firstSentence ?? "")
            return [own] + (pair.value.pairs ?? []).map { Candidate("\(name).\($0.key.pythonText)") }
        }
    }

    /// The lists of the file.
    var listsInFile: [Candidate] {
        let lists = pairs.filter { $0.value.items != nil }.map(\.key.pythonText)
        return keysInFile.filter { lists.contains($0.word) }
    }

    /// Entries of maps: those of the file, and those that conda asks for.
    ///
    /// - Parameter typed: the beginning of the key.
    func entries(of typed: String) -> [Candidate] {
        let schemes = ["http", "https", "all"].map { Candidate("proxy_servers.\($0)", "The proxy for such URLs") }
        // The file is read where one of its maps was typed.
        return schemes + (typed.contains(".") ? keysInFile.filter { $0.word.contains(".") } : [])
    }

    // MARK: Values

    /// What the parameter that was typed may be, as far as that is known.
    var valuesOfKey: [Candidate] {
        guard let key = operands.first, let parameter = ParameterTable.parameter(forKey: key),
            case .primitive(let type) = parameter.type
        else { return [] }
        return type.words.map { Candidate($0) } + Self.words(of: parameter)
    }

    /// Words beyond those of a parameter's type.
    private static func words(of parameter: Parameter) -> [Candidate] {
        switch parameter.texts {
        case .file where parameter.rule == .existingPathOrTruststore:
            [Candidate("truststore", "The certificates of the system"), .anyFile]
        case .file: [.anyFile]
        case .directory: [.anyDirectory]
        case .solver: ParameterTable.knownSolvers.map { Candidate($0) }
        case .platform: EffectiveConfiguration.knownPlatforms.map { Candidate($0) }
        default: []
        }
    }

    /// New items for the list that was typed.
    var newItems: [Candidate] {
        guard let parameter = operands.first.flatMap(ParameterTable.parameter(forKey:)) else { return [] }
        let words = Self.words(of: parameter).filter { !operands.contains($0.word) }
        return words.isEmpty ? channels() : words
    }

    /// The items of the list that was typed, but for those that were typed too.
    var itemsOfKey: [Candidate] {
        let items = operands.first.flatMap { try? FileValues(bytes)[$0]?.value.items } ?? []
        return items.map(\.pythonText).filter { !operands.dropFirst().contains($0) }.map { Candidate($0) }
    }

    /// Channels that many use, and those of the effective configuration; none where the key that was typed is no list of
    /// channels.
    ///
    /// - Parameter key: the list; nil where it was typed.
    func channels(for key: String? = nil) -> [Candidate] {
        let key = key ?? operands.first ?? ""
        guard let parameter = ParameterTable.parameter(forKey: key), parameter.texts.isChannel,
            case .sequence = parameter.type
        else { return [] }
        return knownChannels.filter { !operands.contains($0.word) }
    }

    var knownChannels: [Candidate] {
        let session = Session(invocation.context)
        let effective = session.configuration(root: session.root(invocation))
        // As they are written, the strongest source first: neither what URLs they become nor what counts is asked for.
        let configured =
            ParameterTable.parameter(named: "channels").map { effective.configuration.matches(for: $0) } ?? []
        return configured.reversed().flatMap { $0.setting.value.items ?? [] }
            .map { Candidate($0.value.pythonText, $0.origin.description) }
            + WellKnownChannels.names.map { Candidate($0) }
    }

    // MARK: Rules

    /// The rules of `check`, the last of several separated by commas.
    static func rules(_ current: String, extra: [Candidate] = []) -> [Candidate] {
        let lead = current.lastIndex(of: ",").map { String(current[...$0]) } ?? ""
        return (RuleCatalog.all.map { Candidate($0.name, $0.documentation.summary) } + extra).map {
            Candidate(lead + $0.word, $0.meaning)
        }
    }

    // MARK: The file

    private var bytes: [UInt8] {
        let session = Session(invocation.context)
        guard case .file(let path)? = try? TargetFile(invocation, session) else { return [] }
        return (try? session.files.snapshot(path, limit: SizeLimit.configuration).bytes) ?? []
    }

    private var pairs: [YAMLPair] { (try? YAMLDocument(configuration: bytes).root?.value.pairs) ?? [] }
}

extension PrimitiveType {
    /// The words that a value of the type can be, where there are few.
    fileprivate var words: [String] {
        switch self {
        case .bool, .boolOrInt, .stringOrBool: ["true", "false"]
        case .boolOrNull: ["true", "false", "null"]
        case .choice(let choice): choice.values
        case .int, .float, .string, .stringOrNull: []
        }
    }
}
