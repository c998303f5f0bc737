package import CommandLineKit
import CondaURL
import HostPlatform
import SecureFileStore

extension Session {
    /// What to say of a file that is not there: a file beside it with nearly its name, or where the name counts from.
    package func hint(forMissing name: String) -> String? {
        if name.contains("://") { return "nothing is downloaded: fetch it first, or pipe it in and write '-'" }
        let platform = host.platform
        let path = host.absolute(name)
        let directory = platform.parent(of: path)
        guard let present = try? files.list(directory) else { return "there is no directory \(directory)" }
        if let nearest = nearestName(to: name, among: present) { return "did you mean '\(nearest)'?" }
        return path == name ? nil : "the name counts from \(directory)"
    }

    /// Whether a file that is not there has nearly the name of one beside it.
    package func isNearlyThere(_ name: String) -> Bool {
        let directory = host.platform.parent(of: host.absolute(name))
        return (try? files.list(directory)).flatMap { nearestName(to: name, among: $0) } != nil
    }

    private func nearestName(to name: String, among present: [String]) -> String? {
        let base = host.platform.baseName(of: host.absolute(name))
        guard let nearest = NearestName.of(base, among: present.sorted()), hasNearlyTheStem(of: base, nearest) else {
            return nil
        }
        return name.hasSuffix(base) ? name.dropLast(base.count) + nearest : nearest
    }

    /// What follows the point is the same in many names, and says nothing.
    private func hasNearlyTheStem(of name: String, _ other: String) -> Bool {
        guard let end = name.lastIndex(of: "."), other.hasSuffix(name[end...]), end != name.startIndex else {
            return true
        }
        let stem = String(name[..<end])
        let otherStem = String(other.dropLast(name.count - stem.count))
        return NearestName.of(stem, among: [otherStem]) != nil
    }

    /// Names the files and directories of options that are not there: most likely slips, as nothing in them counts.
    package func warn(ofMissing options: [Option], _ invocation: Invocation) {
        for option in options {
            guard let name = invocation.value(option) else { continue }
            let found = try? files.metadata(host.absolute(name))
            let isDirectory = if case .directory = option.value?.completion { true } else { false }
            if let found, (found.kind == .directory) == isDirectory { continue }
            let noun = isDirectory ? "directory" : "file"
            let what = found == nil ? "there is no \(noun) \(name)" : "\(name) is no \(noun)"
            invocation.console.warn(
                "\(what): nothing of --\(option.long) counts",
                hint: (found == nil ? hint(forMissing: name) : nil) ?? "name one that is there, or leave the option out"
            )
        }
    }
}
