import HostPlatform
import SecureFileStore

extension KeyringStore {
    /// Files beside the keyring that hold tokens, and that nobody reads.
    package func strays(_ known: [StoredToken]) -> [StoreProblem] {
        // A directory of somebody's choice may hold anything.
        guard isAtUsualPlace else { return [] }
        let (platform, settings) = (Platform.current, files.settingFiles)
        let directory = platform.parent(of: path)
        let kept = ((try? kept()) ?? []).map(\.path) + [path]
        let others = settings.names(directory).prefix(100).map { platform.join(directory, $0) }
        return others.filter { !kept.contains($0) }.compactMap { stray($0, settings, known) }
    }

    private func stray(_ file: String, _ settings: SettingFiles, _ known: [StoredToken]) -> StoreProblem? {
        guard case .bytes(let bytes) = settings.read(file) else { return nil }
        let tokens = (try? KeyringFile(bytes, path: file))?.contents().tokens ?? []
        let token = CondaTokenFile.plainToken(in: bytes).flatMap { $0.isOfKnownForm ? $0 : nil }
        let secrets = tokens.map(\.secret) + (token.map { [$0] } ?? [])
        guard !secrets.isEmpty else { return nil }
        let isCopied = secrets.allSatisfy { secret in known.contains { $0.secret.matches(secret) } }
        let other = ShellWord.quoted(file)
        let isFree = ((try? files.metadata(path)) ?? nil) == nil
        let storing = "keyring-tool set --store \(name.rawValue) --org ORG"
        let remedy =
            isCopied
            ? "once nothing in it is needed any more: rm \(other)"
            : token != nil
                ? "\(storing) --token-file \(other) && rm \(other)"
                : isFree
                    ? "mv -n \(other) \(ShellWord.quoted(path))"
                    : "keyring-tool get --keyring \(other) --org ORG | \(storing)"
        return StoreProblem(
            .strayToken, path: file,
            message: "nobody reads the file, which holds what looks like "
                + "\(secrets.count == 1 ? "a token" : "tokens") (\(secrets.map(\.redacted).joined(separator: ", ")))",
            remedy: TokenPlaces.shown(path: file) == file ? remedy : nil,
            isNote: isCopied)
    }
}
