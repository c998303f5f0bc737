import LosslessJSON
import TestSupport

@testable import CondaCredentials

extension FuzzTarget {
    /// JSON and keyrings: kept to the byte, edited as the model says, recovered where damaged, and no secret told.
    static let json = FuzzTarget(name: "json", quickRuns: 6_000) { (bytes: [UInt8]) in
        var random = RandomJSON(seed: bytes.seed)
        checkDocument(bytes, &random)
        checkRecovery(bytes)
        checkKeyring(bytes, &random)
        PlantedKeyring(around: bytes.parts(3)).check(&random)
    }

    private static func checkDocument(_ bytes: [UInt8], _ random: inout RandomJSON) {
        let fault = JSONRecovery(bytes).fault
        guard let document = try? JSONDocument(bytes) else {
            promise(fault != nil, "what cannot be read has a fault")
            return
        }
        let value = document.root.value
        promise(document.bytes == bytes && fault == nil, "the bytes stay, and are sound")
        promise((try? JSONDocument(Array(value.text(indent: 1).utf8)))?.root.value == value, "what is written is read")
        let path = random.pick(value.places)
        let new = random.value(depth: 2)
        guard let node = document.node(at: path), let set = try? document.setting(new, at: path) else {
            promise(false, "every place can be set: \(path)")
            return
        }
        promise(set.root.value == value.edited(at: path, to: new), "set as the model says: \(path)")
        promise(
            set.bytes.starts(with: bytes[..<node.range.lowerBound])
                && set.bytes.suffix(bytes.count - node.range.upperBound) == bytes[node.range.upperBound...],
            "all around it stays")
        if !path.components.isEmpty {
            let removed = try? document.removing(path)
            promise(removed?.root.value == value.edited(at: path, to: nil), "removed as the model says: \(path)")
        }
    }

    private static func checkRecovery(_ bytes: [UInt8]) {
        guard let recovery = KeyringRecovery(bytes, path: "keyring") else {
            promise((try? KeyringFile(bytes, path: "keyring")) != nil, "nothing is to be recovered, yet it is damaged")
            return
        }
        guard let whole = try? KeyringFile(recovery.bytes, path: "keyring") else {
            promise(false, "what is recovered cannot be read")
            return
        }
        let ours = recovery.entries.filter { $0.service == KeyringFile.service }.map(\.domain)
        promise(whole.entries.map(\.storedDomain) == ours, "all that is recovered is there, and nothing else")
    }

    /// One edit of a keyring: its token is right and all else as it was.
    private static func checkKeyring(_ bytes: [UInt8], _ random: inout RandomJSON) {
        guard let before = try? KeyringFile(bytes, path: "keyring") else { return }
        promise((try? JSONDocument(Array(before.outline.utf8))) != nil, "the outline is JSON")
        let domain = random.pick(before.entries.map(\.storedDomain) + ["anaconda.com", "x.example"])
        let org = random.pick([nil, "acme", "other"])
        let isRemoval = random.pick([true, false])
        let token = Secret("made-up-token-0123456789")
        let edit = TokenEdit(
            .repoToken(domain: domain, org: org),
            isRemoval ? .remove(ifMatching: nil) : .set(token, replacing: .any))
        guard let after = (try? before.applying([edit]))?.file else { return }
        promise((try? KeyringFile(after.bytes, path: "keyring")) != nil, "what is written can be read")
        func others(_ file: KeyringFile) -> [[String]] {
            (file.entry(for: domain)?.payload?.repoTokens ?? []).filter { $0.org != org }
                .map { token in [token.org ?? "", token.secret.withRevealed { $0 }] }
        }
        promise(others(before) == others(after), "other organizations keep their tokens")
        let mine = (after.entry(for: domain)?.payload?.repoTokens ?? []).filter { $0.org == org }
        promise(
            isRemoval ? mine.isEmpty : mine.count == 1 && mine[0].secret.matches(token), "the token is set, or gone")
        let kept = { (file: KeyringFile) in
            file.entries.filter {
                $0.storedDomain != domain && file.entry(for: domain)?.storedDomain != $0.storedDomain
            }
            .map(\.storedDomain)
        }
        promise(isRemoval || Set(kept(after)) == Set(kept(before).filter { !isFormer($0, domain) }), "entries stay")
    }

    private static func isFormer(_ name: String, _ domain: String) -> Bool {
        domain == AnacondaDomains.main && AnacondaDomains.former.contains(name)
    }
}

/// A keyring with secrets in its payload, which may be damaged.
private struct PlantedKeyring {
    private static let word = "Zq7xVw93Kj5m"
    private let texts: [[UInt8]]

    init(around parts: [[UInt8]]) {
        let token = "\(Self.word)-0123456789-abcd"
        let payload =
            Array("{\"api_key\": \"\(token)\", ".utf8) + parts[0]
            + Array("\"repo_tokens\": [{\"token\": \"\(token)\", \"org_name\": \"acme\"}]}".utf8)
        func keyring(_ payload: [UInt8]) -> [UInt8] {
            Array("{\"Anaconda Cloud\": {\"anaconda.com\": \"\(Base64.encode(payload))\"".utf8) + parts[1]
                + Array("}}".utf8)
        }
        texts = [payload, Array(payload.dropLast(parts[2].count)), payload + parts[2]].map(keyring)
    }

    func check(_ random: inout RandomJSON) {
        for text in texts {
            do {
                let file = try KeyringFile(text, path: "keyring")
                require(file.outline)
                for case .damaged(let why) in file.entries.map(\.content) { require(why) }
                for entry in file.entries { require("\(entry.payload?.apiKey.map { "\($0)" } ?? "")") }
                let edit = TokenEdit(.apiKey(domain: "anaconda.com"), .set(Secret("made-up"), replacing: .none))
                _ = try file.applying([edit])
            } catch { require("\(error)") }
            if let recovery = KeyringRecovery(text, path: "keyring") {
                require("\(recovery.fault) \(recovery.entries) \(recovery.lost)")
            }
        }
    }

    private func require(_ message: String) {
        promise(!message.contains(Self.word), "a secret is told: \(message)")
    }
}
