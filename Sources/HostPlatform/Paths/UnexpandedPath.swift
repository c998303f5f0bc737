/// A path that begins with what a shell expands, and that came without: quoted, behind a `=`, or with no shell at all.
package struct UnexpandedPath: Equatable, Sendable {
    /// `~`, `~USER`, `$NAME`, `${NAME}` or `%NAME%`.
    package let sign: String
    /// The path as a shell would have given it; nil where it is not known what stands for the sign.
    package let whole: String?
    /// Whether nobody calls a file so.
    package let isCertain: Bool

    /// Nil for every other path.
    package init?(_ path: String, _ environment: Environment) {
        let bytes = path.utf8
        guard let first = bytes.first, "~$%".utf8.contains(first) else { return nil }
        var end = bytes.firstIndex(where: environment.platform.isSeparator) ?? bytes.endIndex
        let value: String?
        switch first {
        case UInt8(ascii: "~"):
            // `~$report.yml` and the like are files.
            guard end != bytes.endIndex || bytes.count == 1 else { return nil }
            let isOwn = path[..<end] == "~"
            value = isOwn ? environment.nonEmpty(environment.platform.isWindows ? "USERPROFILE" : "HOME") : nil
            isCertain = isOwn
        default:
            let isBraced = path.hasPrefix("${")
            let name = bytes.dropFirst(isBraced ? 2 : 1).prefix(while: UnexpandedPath.isOfName)
            end = name.endIndex
            guard !name.isEmpty else { return nil }
            if isBraced || first == UInt8(ascii: "%") {
                guard end != bytes.endIndex, bytes[end] == (isBraced ? UInt8(ascii: "}") : first) else { return nil }
                end = bytes.index(after: end)
            }
            value = environment.nonEmpty(String(decoding: name, as: UTF8.self))
            // `%3A` begins the name of a file.
            guard first != UInt8(ascii: "%") || value != nil else { return nil }
            isCertain = value != nil
        }
        sign = String(path[..<end])
        whole = value.map { $0 + path[end...] }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
}
