extension Host {
    /// The home directory of the user who runs a process, or nil where nothing names one.
    ///
    /// Windows: `USERPROFILE`, else `HOMEDRIVE` and `HOMEPATH`. Elsewhere: `HOME`, else the user database. An empty
    /// variable counts as unset: a home of nothing would put a user's files into the root directory.
    ///
    /// - Parameter account: gives the entry of the user database; asked only when the variables do not say.
    /// - Source: Python's `os.path.expanduser`
    package static func home(platform: Platform, environment: Environment, account: () -> Account?) -> String? {
        guard platform.isWindows else { return environment.nonEmpty("HOME") ?? account()?.home }
        if let profile = environment.nonEmpty("USERPROFILE") { return profile }
        return environment.nonEmpty("HOMEPATH").map { (environment["HOMEDRIVE"] ?? "") + $0 }
    }

    /// A path with `~` for the home directory, as people write it.
    package static func withTilde(_ path: String, home: String?) -> String {
        guard let home, home.utf8.count > 1, path == home || path.hasPrefix(home + "/") else { return path }
        return "~" + path.dropFirst(home.count)
    }

    /// A text for people with `~` for the home directory in the paths of it that a shell expands alike: a path in quotes
    /// stays, and so does a text to write, in backquotes.
    package static func withTildes(in text: String, home: String?) -> String {
        guard let home = home.map({ Array($0.utf8) }), home.count > 1, home.last != UInt8(ascii: "/") else {
            return text
        }
        let bytes = Array(text.utf8)
        var shown: [UInt8] = []
        var isInCode = false
        var place = 0
        while place < bytes.count {
            let end = place + home.count
            let isBegun = place == 0 || bytes[place - 1] == UInt8(ascii: " ") || bytes[place - 1] == UInt8(ascii: "(")
            if isBegun, !isInCode, bytes[place...].starts(with: home),
                end == bytes.count || "/ :,;)".utf8.contains(bytes[end])
            {
                shown.append(UInt8(ascii: "~"))
                place = end
            } else {
                if bytes[place] == UInt8(ascii: "`") { isInCode.toggle() }
                shown.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
