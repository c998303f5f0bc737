import CondaURL
import LosslessYAML

/// What conda takes for no package spec, or for another one than it seems.
enum PackageSpecDoubt {
    /// Nil for a spec that means what it says.
    static func complaint(about text: String, _ channels: @autoclosure () -> ChannelNames) -> Complaint? {
        let shown = "'\(text)'"
        if text == text.lowercased(), PackageName.problem(with: text) == nil {
            if ["conda-forge", "bioconda", "defaults"].contains(text) {
                return Complaint(
                    "\(shown) is the name of a channel, not of a package",
                    "put it under channels; one package of it is asked for as \(text)::NAME")
            }
            if text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) {
                return Complaint(
                    "\(shown) is a version, and no package", "write it behind the name, as in python=\(text)")
            }
            return version(behindDashIn: text)
        }
        let name = text.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) || $0 == ":" && text.contains("::")
        }
        let rest = text[name.endIndex...]
        if text.hasPrefix("-") { return Complaint("\(shown) is an option, and no package", "remove it") }
        if URLParts.hasScheme(text) {
            return ChannelResolver.isPackageFile(text)
                ? nil : Complaint("\(shown) is a URL, and no package", "write the name of a package, such as numpy")
        }
        if rest.hasPrefix(":"), case let version = rest.dropFirst().drop(while: { "= ".contains($0) }) {
            return Complaint(
                "\(shown) has a ':' behind the name, which no package spec does",
                version.isEmpty ? "write \(word: name)" : "write \(word: "\(name)=\(version)")")
        }
        if rest.hasPrefix("@"), rest.count > 1 {
            let version = rest.dropFirst().drop { $0 == " " }
            return Complaint(
                "\(shown) has a '@' in it, which no package spec does",
                version.contains("/")
                    ? "write the name and version of the package, such as \(name)=1.26"
                    : "write \(word: "\(name)=\(version)")")
        }
        if let semicolon = text.firstIndex(of: ";") {
            return Complaint(
                "\(shown) has a ';' in it: conda knows no conditions as pip does",
                "write \(word: String(text[..<semicolon]).strippedAsPython)")
        }
        if let extra = extra(in: text) {
            return Complaint(
                "\(extra) is an extra of pip, which conda does not know",
                "write \(word: text.replacing(extra, with: ""))")
        }
        // In brackets conda reads `version='>=1'`.
        let head = text.prefix { $0 != "[" }
        let mended = joined(operators.reduce(String(head)) { $0.replacing($1.0, with: $1.1) }) + text[head.endIndex...]
        if mended != text {
            return Complaint(
                "\(shown) has operators that conda does not know, or reads otherwise", "write \(word: mended)")
        }
        if let complaint = several(text) { return complaint }
        do throws(InvalidPackageSpec) {
            let spec = try PackageSpec(text, channels: channels())
            guard let build = spec.build, let first = build.first, "<>=!~".contains(first) else { return nil }
            return Complaint(
                "conda takes '\(build)' for the build of a package, not for a version",
                "put a ',' and no blank between two versions, such as >=1.2,<2")
        } catch {
            return Complaint(
                "\(shown) is no package spec: \(error.reason)",
                "write a name and a version, such as numpy=1.26 or numpy>=1.26,<2")
        }
    }

    /// What other programs write, and what conda knows in its place.
    private static let operators = [
        ("===", "=="), ("=>", ">="), ("=<", "<="), ("<>", "!="), (" && ", ","), ("&&", ","), (" || ", "|"), ("||", "|"),
        ("=^", ">="), ("^", ">="), ("=v", "="), ("\"", ""), ("'", ""),
    ]

    /// `>=1.2 <2` with a comma in the place of the blank.
    private static func joined(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let result = bytes.indices.map { index -> UInt8 in
            let isBetween =
                bytes[index] == 0x20 && index > 0 && index + 1 < bytes.count && "<>!".utf8.contains(bytes[index + 1])
                && (bytes[index - 1].isDigit || bytes[index - 1] == UInt8(ascii: "*"))
            return isBetween ? UInt8(ascii: ",") : bytes[index]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `requests[security]`
    private static func extra(in text: String) -> String? {
        guard let start = text.firstIndex(of: "["), let end = text[start...].firstIndex(of: "]"),
            !text[start...end].contains("=")
        else { return nil }
        return String(text[start...end])
    }

    /// `python-3.9`, which is a name like any other.
    private static func version(behindDashIn text: String) -> Complaint? {
        guard let dash = text.lastIndex(of: "-"), case let version = text[dash...].dropFirst(), version.contains("."),
            version.allSatisfy({ $0.isNumber || $0 == "." })
        else { return nil }
        return Complaint(
            "'\(text)' is a name to conda, without a version", "write \(word: "\(text[..<dash])=\(version)")")
    }

    private static func isName(_ word: Substring) -> Bool {
        word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0 == "-" }
    }

    private static func isPart(_ word: Substring) -> Bool {
        word.utf8.allSatisfy { $0.isOfName || "<>=!~*.".utf8.contains($0) }
    }

    private static func several(_ text: String) -> Complaint? {
        let words = text.split(whereSeparator: { " ,".contains($0) })
        // A specification has a name, a version and a build, and no more.
        if words.count > 3, words[2...].contains(where: isName), !words.contains("install"), words.allSatisfy(isPart) {
            let starts = words.indices.filter { $0 == 0 || isName(words[$0]) } + [words.count]
            let packages = zip(starts, starts.dropFirst()).map { words[$0..<$1].joined(separator: " ") }
            return Complaint(
                "'\(text)' is one package",
                "write each package as an item of its own: \(packages.joined(separator: ", "))")
        }
        guard words.count > 1, words[1].first?.isLetter == true, words[1].allSatisfy({ $0.isLetter || $0 == "-" })
        else { return nil }
        if words.count > 2, CondaAudience.isCommand(words[0]), words[1] == "install" {
            let names = words.dropFirst(2).filter { !$0.hasPrefix("-") }
            return Complaint(
                "'\(text)' is a command of a shell, and no package",
                words[0] == "pip"
                    ? "packages of pip belong into an environment file, such as environment.yml"
                    : names.count == 1 ? "write \(word: names[0])" : "write each package as an item of its own")
        }
        return Complaint("'\(text)' is one package", ShapeHint.apart("package", words))
    }
}
