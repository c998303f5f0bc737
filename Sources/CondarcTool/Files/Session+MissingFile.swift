import CommandLineKit
import CondaSession
import HostPlatform
import SecureFileStore

extension Session {
    /// What to say of a file that is not there: a file beside it with nearly its name, or where the name counts from.
    func hint(forMissing name: String) -> String? {
        let platform = host.platform
        let path = host.absolute(name)
        let directory = platform.parent(of: path)
        guard let present = try? files.list(directory) else { return "there is no directory \(directory)" }
        if let nearest = NearestName.suggestion(for: platform.baseName(of: path), among: present.sorted()) {
            return nearest
        }
        return path == name ? nil : "the name counts from \(directory)"
    }
}
