import CondaURL
import HostPlatform
import LosslessJSON
package import SecureFileStore

extension KeyringFile {
    /// Every token of every readable entry, and what is wrong with the others.
    package func contents(as store: StoreName = .keyring, mode: FileMode? = nil) -> StoreContents {
        var contents = StoreContents()
        let entries = self.entries
        let hasWhole = entries.contains(where: \.isRecoverable)
        let main = KeyringFile.entry(for: AnacondaDomains.main, in: entries)
        for entry in entries {
            // Each problem costs a walk to its line: a hostile file gets no more than this many.
            if contents.problems.count < 100 {
                contents.problems += problems(of: entry, main: main, among: entries, isRecoverable: hasWhole)
            }
            guard let payload = entry.payload else { continue }
            let isMain = main?.offset == entry.offset
            let domain = isMain ? AnacondaDomains.main : entry.storedDomain
            func token(_ address: TokenAddress, _ secret: Secret) -> StoredToken {
                StoredToken(
                    store: store, address: address, secret: secret, expires: JSONWebToken.expiry(of: secret),
                    path: path, mode: mode,
                    legacyDomain: domain.isSameText(as: entry.storedDomain) ? nil : entry.storedDomain)
            }
            if let key = payload.apiKey { contents.tokens.append(token(.apiKey(domain: domain), key)) }
            contents.tokens += payload.repoTokens.map { token(.repoToken(domain: domain, org: $0.org), $0.secret) }
        }
        contents.problems += problemsOfFile()
        return contents
    }

    private func problemsOfFile() -> [StoreProblem] {
        let (root, service) = (document.root, document.root[KeyringFile.service])
        var problems: [StoreProblem] = []
        if document.hasByteOrderMark {
            problems.append(
                StoreProblem(
                    .byteOrderMark, path: path,
                    message: "begins with a byte order mark: anaconda-auth takes it for damaged and overwrites it",
                    isFixable: true))
        }
        func add(
            _ code: StoreProblem.Code, _ message: String, at place: Range<Int>, remedy: String? = nil,
            hidesToken: Bool? = nil
        ) {
            problems.append(problem(code, message, at: place.lowerBound, remedy: remedy, hidesToken: hidesToken))
        }
        if service == nil, KeyringPayload(document).looksLikeEntry {
            add(
                .serviceName,
                "this is what an entry holds, and is not read: its base64 is due, behind \"\(KeyringFile.service)\" and the "
                    + "domain", at: root.range,
                remedy: "move the file away, and store its tokens: keyring-tool set --store keyring --org ORG")
        }
        let members = root.members ?? []
        // Each costs a walk to its line: of a sort not more than this many.
        let most = 100
        for entry in members.filter({ $0.holdsEntry }).prefix(most) {
            add(
                .serviceName,
                "the entry of \(MisplacedToken.shown(entry.name)) stands outside of \"\(KeyringFile.service)\", and is not read",
                at: entry.range,
                remedy: service == nil
                    ? "write `\"\(KeyringFile.service)\": {` in front of it, and `}` behind it" : "move it there")
        }
        for hidden in (root.hiddenMembers + (service?.hiddenMembers ?? [])).prefix(most) {
            add(
                .duplicateEntry, "\"\(hidden.name)\" stands here and again below, where it counts", at: hidden.range,
                hidesToken: hidden.value.mayHoldToken)
        }
        for misspelt in members.filter({ isMisspelt($0.name) }).prefix(most) {
            add(
                .serviceName,
                "\"\(misspelt.name)\" is not read: anaconda-auth keeps its entries under \"\(KeyringFile.service)\"",
                at: misspelt.range,
                remedy: service == nil ? "write \"\(KeyringFile.service)\" in its place" : "move its entries there")
        }
        return problems
    }

    private func isMisspelt(_ service: String) -> Bool {
        service != KeyringFile.service
            && service.utf8.filter(\.isLetter).map(\.lowercased).elementsEqual("anacondacloud".utf8)
    }

    private func problems(
        of entry: KeyringEntry, main: KeyringEntry?, among entries: [KeyringEntry], isRecoverable: Bool
    ) -> [StoreProblem] {
        var problems: [StoreProblem] = []
        func add(
            _ code: StoreProblem.Code, _ message: String, isFixable: Bool = false, remedy: String? = nil,
            hidesToken: Bool? = nil
        ) {
            problems.append(
                problem(
                    code, message, at: entry.offset, domain: entry.storedDomain, isFixable: isFixable, remedy: remedy,
                    hidesToken: hidesToken))
        }
        let name = entry.storedDomain
        guard let payload = entry.payload else {
            add(
                .damagedEntry, error(for: entry).message, isFixable: isRecoverable, remedy: StoreProblem.nothingWhole)
            return problems
        }
        if entry.isLoose { add(.looseBase64, "the entry of \(name) has characters that are not base64") }
        let refused = payload.refusals.compactMap(\.field)
        if !refused.isEmpty {
            let isListDue = refused.contains("repo_tokens")
            add(
                .invalidEntry,
                "the entry of \(name) has a value of a wrong type: \(refused.joined(separator: ", "))",
                remedy: isListDue ? KeyringPayload.dueTokens : StoreProblem.nothingWhole,
                hidesToken: isListDue && payload.document.root["repo_tokens"]?.mayHoldToken == true)
        }
        var seen: Set<TokenAddress> = []
        if let token = payload.repoTokens.first(where: { !seen.insert(.repoToken(domain: name, org: $0.org)).inserted })
        {
            let org = token.org.map { "--org \(ShellWord.quoted($0))" } ?? "--no-org"
            let first = payload.repoTokens.first { $0.org.isSameText(as: token.org) }
            add(
                .duplicateEntry,
                "the entry of \(name) has several tokens for \(token.org ?? "no organization"): the first counts"
                    + (first.map { " (\($0.secret.redacted))" } ?? ""),
                remedy: "store the right one, and it is the only one: keyring-tool set --store keyring \(org) --domain "
                    + ShellWord.quoted(name))
        }
        if let field = payload.misspeltOrganization {
            add(
                .fieldName,
                "a repo token of \(name) has \"\(field.name)\", and anaconda-auth reads an organization from \"org_name\"",
                remedy: remedy(for: field, of: payload, in: entry.offset == main?.offset ? AnacondaDomains.main : name))
        }
        if let (field, due) = payload.misspeltTokens {
            add(
                .fieldName, "the entry of \(name) has \"\(field.name)\", and anaconda-auth reads \"\(due)\"",
                remedy: due == "api_key"
                    ? "store it: keyring-tool set --kind api-key --domain \(ShellWord.quoted(name))"
                    : "store its tokens: keyring-tool set --store keyring --org ORG --domain \(ShellWord.quoted(name))",
                hidesToken: field.value.mayHoldToken)
        }
        if let domain = KeyringFile.domain(meantBy: name) {
            let isFree = KeyringFile.entry(for: domain, in: entries) == nil
            add(
                .domainName,
                "anaconda-auth looks for a domain\(name.contains("/") ? ", and this is a URL" : " in small letters"): "
                    + (isFree ? "\(domain) is meant" : "there is an entry of \(domain), which counts"),
                isFixable: isFree,
                remedy: isFree ? nil : "put into the entry of \(domain) what it lacks, and take this one out")
        }
        if AnacondaDomains.former.contains(where: { $0.isSameText(as: name) }) {
            let isMain = main?.offset == entry.offset
            add(
                .legacyDomain,
                isMain
                    ? "the entry stands under \(name), the former name of \(AnacondaDomains.main)"
                    : "the entry of \(name) is no longer read: there is one of \(AnacondaDomains.main)",
                isFixable: isMain,
                remedy: isMain
                    ? nil : "put into the entry of \(AnacondaDomains.main) what it lacks, and take this one out")
        }
        return problems
    }

    /// How the only token without an organization gets the one that stands in another field.
    private func remedy(for field: JSONMember, of payload: KeyringPayload, in domain: String) -> String {
        guard let org = field.value.string, !org.isEmpty, !SecretScanner.isToken(org),
            payload.repoTokens.count(where: { $0.org == nil }) == 1
        else { return "store it with its organization: keyring-tool set --store keyring --org ORG" }
        let place = "--domain \(ShellWord.quoted(domain))"
        return "keyring-tool get --store keyring --no-org \(place) | keyring-tool set --store keyring --org "
            + "\(ShellWord.quoted(org)) \(place) && keyring-tool remove --store keyring --no-org \(place)"
    }

    private func problem(
        _ code: StoreProblem.Code, _ message: String, at offset: Int, domain: String? = nil, isFixable: Bool = false,
        remedy: String? = nil, hidesToken: Bool?
    ) -> StoreProblem {
        let (line, column) = location(of: offset)
        return StoreProblem(
            code, path: path, message: message, isFixable: isFixable, domain: domain, line: line, column: column,
            remedy: remedy, hidesToken: hidesToken)
    }
}

extension JSONMember {
    fileprivate var holdsEntry: Bool {
        value.string.flatMap { KeyringEntry.payload(of: $0) }?.looksLikeEntry == true
    }
}
