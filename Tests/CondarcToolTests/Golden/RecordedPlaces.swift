import Foundation

/// The directories of one recorded case: `HOME`, `ROOT` and `PREFIX` as words of their own stand for them.
struct RecordedPlaces: Sendable {
    private static let names = ["HOME", "ROOT", "PREFIX"]

    let base: String

    init() throws {
        base = NSTemporaryDirectory() + "golden-\(UUID().uuidString)"
        for name in Self.names { try make(directory: self[name]) }
        for name in ["ROOT", "PREFIX"] { try write([], to: "\(name)/conda-meta/history") }
    }

    func remove() { try? FileManager.default.removeItem(atPath: base) }

    subscript(name: String) -> String { "\(base)/\(name.lowercased())" }

    /// What every call finds in its environment.
    var environment: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "80", "HOME": self["HOME"],
            "CONDA_ROOT": self["ROOT"],
        ]
    }

    // MARK: Text

    func filled(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let next = Self.names.compactMap({ rest.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            let before = next.lowerBound > rest.startIndex ? rest[rest.index(before: next.lowerBound)] : result.last
            let after = next.upperBound < rest.endIndex ? rest[next.upperBound] : nil
            let isPlaceholder = !isWordPart(before, also: "_$%{.-") && !isWordPart(after, also: "_%}.-")
            result += rest[..<next.lowerBound]
            result += isPlaceholder ? self[String(rest[next])] : String(rest[next])
            rest = rest[next.upperBound...]
        }
        return result + rest
    }

    private func isWordPart(_ character: Character?, also others: String) -> Bool {
        guard let character else { return false }
        return character.isASCII && (character.isLetter || character.isNumber) || others.contains(character)
    }

    func unfilled(_ text: String) -> String {
        Self.names.reduce(text) { $0.replacingOccurrences(of: self[$1], with: $1) }
    }

    /// As recordings with channels have it: conda writes a channel in a directory without its first slash, and hides
    /// tokens in some places.
    func unfilledWithChannels(_ text: String) -> String {
        let named = (Self.names.map { ($0, self[$0]) } + [("BASE", base)]).reduce(text) { text, place in
            text.replacingOccurrences(of: place.1, with: place.0)
                .replacingOccurrences(of: place.1.dropFirst(), with: "<\(place.0)>")
        }
        return named.replacingOccurrences(
            of: #"/t/[A-Za-z0-9-]+(?=[/"\s]|$)"#, with: "/t/<TOKEN>", options: .regularExpression)
    }

    // MARK: Files

    func make(directory: String) throws {
        try FileManager.default.createDirectory(atPath: filled(directory), withIntermediateDirectories: true)
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        try make(directory: (filled(path) as NSString).deletingLastPathComponent)
        try Data(bytes).write(to: URL(fileURLWithPath: filled(path)))
    }

    func link(_ path: String, to target: String) throws {
        try make(directory: (filled(path) as NSString).deletingLastPathComponent)
        try FileManager.default.createSymbolicLink(atPath: filled(path), withDestinationPath: filled(target))
    }

    func contents(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: filled(path)).map(Array.init)
    }
}
