import CondaURL

/// What asks for a package: `python>=3.8`, `conda-forge::a[version=2]`.
///
/// Source: conda.models.match_spec, `MatchSpec`.
struct PackageSpec {
    private(set) var channel: String?
    private(set) var platform: String?
    private(set) var name: String?
    private(set) var version: String?
    private(set) var build: String?
    /// The other fields, by name.
    private(set) var fields: [String: String] = [:]

    /// Source: `MatchSpec.FIELD_NAMES`, but for those that have a place of their own.
    private static let fieldNames = [
        "build_number", "track_features", "features", "url", "md5", "sha256", "license", "license_family", "fn", "when",
        "extras", "flags",
    ]

    /// - Throws: `InvalidPackageSpec` where conda refuses it.
    init(_ text: String, channels: ChannelNames) throws(InvalidPackageSpec) {
        guard !text.isEmpty else { return }
        if text.hasSuffix("@") {
            name = "*"
            fields["track_features"] = String(text.dropLast()).strippedAsPython
            return
        }
        var rest = String(text.prefix { $0 != "#" })
        if let end = rest.firstRange(of: " if ") { rest = String(rest[..<end.lowerBound]) }
        if ChannelResolver.isPackageFile(rest) {
            try readFile(rest, channels)
            return
        }
        var brackets = try PackageSpecText.takeBrackets(from: &rest)
        PackageSpecText.takeParentheses(from: &rest)
        let parts = PackageSpecText.splitFromEnd(rest, at: ":", most: 2)
        rest = parts[parts.count - 1]
        if parts.count == 3, !parts[0].isEmpty { (channel, platform) = try channels.parsed(parts[0]) }
        if let text = brackets.removeValue(forKey: "channel") {
            let found = try channels.parsed(text)
            channel = found.name ?? channel
            platform = found.platform ?? platform
        }
        platform = brackets.removeValue(forKey: "subdir") ?? platform
        try readNameAndVersion(rest)
        // A name in the brackets would hide what is installed.
        brackets["name"] = nil
        if let text = brackets.removeValue(forKey: "version") { version = text }
        if let text = brackets.removeValue(forKey: "build") { build = text }
        brackets["optional"] = nil
        brackets["target"] = nil
        if let unknown = brackets.keys.sorted().first(where: { !Self.fieldNames.contains($0) }) {
            throw .init("there is no field '\(unknown)'")
        }
        fields.merge(brackets) { $1 }
        try finish(channels)
    }

    private mutating func readNameAndVersion(_ text: String) throws(InvalidPackageSpec) {
        let ends = " =<>!~".unicodeScalars
        let scalars = Array(text.unicodeScalars)
        let nameEnd = scalars.firstIndex { ends.contains($0) } ?? scalars.count
        guard nameEnd > 0 else { throw .init("no name of a package") }
        let name = PackageSpecText.string(scalars[..<nameEnd])
        if !name.contains("*"), let problem = PackageName.problem(with: name) { throw .init(problem) }
        self.name = name
        // One character alone, as in `numpy=`, counts for nothing.
        guard scalars.count - nameEnd >= 2 else { return }
        let rest = PackageSpecText.string(scalars[nameEnd...]).strippedAsPython
        guard !rest.isEmpty else { return }
        guard !rest.contains("[") else { throw .init("more than one part in brackets") }
        let (version, build) = PackageSpecText.splitBuild(rest)
        self.version = PackageSpecText.sanitized(version: version, hasBuild: build != nil)
        self.build = build
    }

    /// A file of a package, by its URL or path.
    private mutating func readFile(_ text: String, _ channels: ChannelNames) throws(InvalidPackageSpec) {
        let url = URLParts.hasScheme(text) ? text : channels.decodedURL(ofPath: text)
        let found = try channels.file(url)
        if let platform = found.platform {
            let parts = PackageSpecText.splitFromEnd(found.stem, at: "-", most: 2)
            guard parts.count == 3 else { throw .init("the file's name is no name-version-build") }
            channel = found.channel
            self.platform = platform
            (name, version, build) = (parts[0], parts[1], parts[2])
            try finish(channels)
        } else {
            name = "*"
            fields = ["fn": String(url[url.lastIndexAfterSlash...]), "url": url]
        }
    }

    /// Every field as conda keeps it.
    private mutating func finish(_ channels: ChannelNames) throws(InvalidPackageSpec) {
        name = name?.lowercased()
        if let text = version { version = try VersionPattern(text).text }
        if let text = channel { channel = try channels.matched(text) }
        for (name, text) in fields {
            switch name {
            case "license", "license_family", "when": fields[name] = text.lowercased()
            case "build_number": fields[name] = try Self.buildNumber(text)
            case "track_features", "features":
                fields[name] = Set(PackageSpecText.words(text)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                    .joined(separator: " ")
            case "extras", "flags":
                let words = PackageSpecText.words(text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                fields[name] = "[" + words.map { "'\($0)'" }.joined(separator: ", ") + "]"
            default: break
            }
        }
    }

    /// Source: conda.models.version, `BuildNumberMatch`.
    private static func buildNumber(_ text: String) throws(InvalidPackageSpec) -> String {
        let text = text.strippedAsPython
        if let number = Int(text) { return String(number) }
        if let first = text.utf8.first, "=<>!".utf8.contains(first) {
            try VersionPattern.checkRelation(text, allowingWildcard: false)
        }
        return text
    }

    // MARK: Canonical form

    /// The one way in which conda writes the spec.
    ///
    /// Source: conda.models.match_spec, `MatchSpec.__str__`.
    var canonicalText: String {
        var text = ""
        var brackets: [String] = []
        let hasExactChannel = channel.map { !ChannelNames.isPattern($0) } ?? false
        if let channel {
            if hasExactChannel { text += channel } else if channel != "*" { brackets.append("channel=\(channel)") }
        }
        if let platform {
            if hasExactChannel { text += "/\(platform)" } else { brackets.append("subdir=\(platform)") }
        }
        text += (text.isEmpty ? "" : "::") + (name ?? "*")
        let isExact = appendVersion(to: &text, &brackets)
        appendBuild(to: &text, &brackets, versionIsExact: isExact)
        for field in Self.fieldNames {
            guard let value = fields[field] else { continue }
            if field == "fn", fields["url"] != nil { continue }
            if field == "url", channel != nil { continue }
            let isList = value.hasPrefix("[") && (field == "extras" || field == "flags")
            let needsQuotes = !isList && value.contains { ", =".contains($0) }
            brackets.append(needsQuotes ? "\(field)='\(value)'" : "\(field)=\(value)")
        }
        return brackets.isEmpty ? text : text + "[" + brackets.joined(separator: ",") + "]"
    }

    private static func isRange(_ text: String) -> Bool { text.contains { "><$^|,".contains($0) } }

    private func appendVersion(to text: inout String, _ brackets: inout [String]) -> Bool {
        guard let version else { return false }
        if Self.isRange(version) {
            brackets.append("version='\(version)'")
        } else if version.hasPrefix("!=") || version.hasPrefix("~=") {
            if build != nil { brackets.append("version='\(version)'") } else { text += version }
        } else if version.hasSuffix(".*") {
            text += "=" + version.dropLast(2)
        } else if version == "*" {
            return false
        } else if version.hasSuffix("*") {
            text += "=" + version.dropLast()
        } else {
            text += version.hasPrefix("==") ? version : "==" + version
            return true
        }
        return false
    }

    private func appendBuild(to text: inout String, _ brackets: inout [String], versionIsExact: Bool) {
        guard let build, !build.isEmpty else { return }
        if Self.isRange(build) {
            brackets.append("build='\(build)'")
        } else if !build.contains("*"), versionIsExact {
            text += "=" + build
        } else {
            brackets.append("build=\(build)")
        }
    }
}

extension String {
    fileprivate var lastIndexAfterSlash: String.Index {
        utf8.lastIndex(of: UInt8(ascii: "/")).map { utf8.index(after: $0) } ?? startIndex
    }
}
