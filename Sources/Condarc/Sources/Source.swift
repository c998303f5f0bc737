/// One place that sets parameters.
package struct Source: Sendable {
    /// Where a source is.
    package enum Kind: Hashable, Sendable {
        case file(path: String)
        case environment
        case commandLine
    }

    package let kind: Kind
    /// All that it sets, unknown keys too, in its order; empty where it could not be read.
    package let settings: [Setting]
    /// Why it could not be read.
    package let failure: CondarcError?
    private let settingsByParameter: [String: [Int]]

    package init(_ kind: Kind, settings: [Setting] = [], failure: CondarcError? = nil) {
        self.kind = kind
        self.settings = settings
        self.failure = failure
        var byParameter = [String: [Int]](minimumCapacity: settings.count)
        for (position, setting) in settings.enumerated() {
            guard let parameter = setting.parameter else { continue }
            byParameter[parameter.name, default: []].append(position)
        }
        settingsByParameter = byParameter
    }

    /// The name by which conda shows it: its path, `envvars` or `cmd_line`.
    package var name: String {
        switch kind {
        case .file(let path): path
        case .environment: "envvars"
        case .commandLine: "cmd_line"
        }
    }

    /// The path of a file.
    package var path: String? {
        if case .file(let path) = kind { path } else { nil }
    }

    /// The names of the parameters that it sets.
    var namesOfSet: Dictionary<String, [Int]>.Keys { settingsByParameter.keys }

    /// Whether it sets a parameter under several of its names.
    func setsTwice(_ parameter: Parameter) -> Bool { settingsByParameter[parameter.name]?.count ?? 0 > 1 }

    /// What it says about a parameter, under whatever name.
    package func settings(of parameter: Parameter) -> [Setting] {
        settingsByParameter[parameter.name, default: []].map { settings[$0] }
    }
}
