import CondaURL
import LosslessJSON

/// What can be saved of a damaged keyring: every entry that is still whole.
package struct KeyringRecovery: Sendable {
    package struct Entry: Sendable {
        package let service: String
        package let domain: String
    }

    /// What is there but not whole.
    package struct Lost: Sendable, Equatable {
        /// The service where it is not anaconda-auth's.
        let service: String?
        /// Nil where it cannot be read.
        package let name: String?

        /// For sentences: a noun phrase.
        package var title: String {
            guard let name else { return "an entry whose name cannot be read" }
            return "the entry of \(name)\(service.map { " for \($0)" } ?? "")"
        }
    }

    /// Why the keyring, or the first damaged entry of it, cannot be read, with line and column.
    package let fault: CredentialError
    /// The entries that are whole, in the order of the file.
    package let entries: [Entry]
    /// Entries that are not whole, in the order of the file; at most a hundred.
    package let lost: [Lost]
    /// A sound keyring that holds exactly those that are whole.
    package let bytes: [UInt8]

    /// Nil if neither the keyring nor an entry of it is damaged.
    package init?(_ damaged: [UInt8], path: String) {
        let file: KeyringFile
        do { file = try KeyringFile(damaged, path: path) } catch {
            if let (domain, text) = KeyringRecovery.payloadAlone(damaged) {
                var error = error
                error.message = "the file holds the payload of one entry alone, and a keyring is a JSON object"
                fault = error
                entries = [Entry(service: KeyringFile.service, domain: domain)]
                let keyring: JSONValue = [KeyringFile.service: .object([.init(domain, .string(text))])]
                bytes = Array(keyring.text(style: JSONStyle(escapesNonASCII: true)).utf8)
                lost = []
                return
            }
            fault = error
            let recovery = JSONRecovery(damaged)
            let members = KeyringRecovery.wholeMembers(of: recovery)
            entries = members.map { Entry(service: $0.service, domain: $0.member.name) }
            bytes = KeyringRecovery.keyring(of: members, in: damaged)
            lost = KeyringRecovery.lost(of: recovery, besides: entries)
            return
        }
        guard let broken = file.entries.first(where: { $0.payload == nil }),
            let whole = try? file.removingDamagedEntries()
        else { return nil }
        fault = file.error(for: broken)
        entries = whole.entries.filter(\.isWhole).map { Entry(service: KeyringFile.service, domain: $0.storedDomain) }
        bytes = whole.bytes
        lost = file.entries.filter { $0.payload == nil && $0.plain == nil }.prefix(KeyringRecovery.most).map {
            Lost(service: nil, name: $0.storedDomain)
        }
    }

    private static let most = 100

    /// The payload that the whole text is, in one line, and the domain that it names.
    private static func payloadAlone(_ text: [UInt8]) -> (domain: String, text: String)? {
        guard text.allSatisfy({ $0.isLetterOrDigit || "+/=\r\n".utf8.contains($0) }),
            case let text = String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self),
            let payload = KeyringEntry.payload(of: text), payload.looksLikeEntry,
            let domain = payload.document.root["domain"]?.string, !domain.isEmpty
        else { return nil }
        return (domain, text)
    }

    private static func lost(of recovery: JSONRecovery, besides entries: [Entry]) -> [Lost] {
        var seen = Set(entries.map { [Array($0.service.utf8), Array($0.domain.utf8)] })
        var lost: [Lost] = []
        for (group, name) in recovery.members.map({ ($0.group, $0.name) })
            + recovery.fragments.map({ ($0.group, $0.name) }) where lost.count < most
        {
            let service = group ?? KeyringFile.service
            guard seen.insert([Array(service.utf8), Array(name.utf8)]).inserted else { continue }
            lost.append(Lost(service: service.isSameText(as: KeyringFile.service) ? nil : service, name: name))
        }
        return lost.isEmpty && recovery.hasRest ? [Lost(service: nil, name: nil)] : lost
    }

    private typealias WholeMember = (service: String, member: JSONRecovery.Member)

    private static func wholeMembers(of recovery: JSONRecovery) -> [WholeMember] {
        let members = recovery.members
        var seen: Set<[[UInt8]]> = []
        var kept: [WholeMember] = []
        // Before the fault the last of two entries of a name counts, as for any reader; behind it none that is there already.
        for member in members.filter(\.isBeforeFault).reversed() + members.filter({ !$0.isBeforeFault }) {
            guard let service = service(of: member),
                seen.insert([Array(service.utf8), Array(member.name.utf8)]).inserted
            else { continue }
            kept.append((service, member))
        }
        return kept.sorted { $0.member.nameRange.lowerBound < $1.member.nameRange.lowerBound }
    }

    /// A keyring of the members, their texts as they are, in the form that anaconda-auth writes.
    private static func keyring(of members: [WholeMember], in damaged: [UInt8]) -> [UInt8] {
        let style = JSONStyle(escapesNonASCII: true)
        func object(_ texts: [(name: String, value: [UInt8])]) -> [UInt8] {
            let members = texts.map { name, value in
                Array((JSONValue.string(name).text(style: style) + style.nameSeparator).utf8) + value
            }
            return Array("{".utf8) + members.joined(separator: Array(style.itemSeparator.utf8)) + Array("}".utf8)
        }
        let services = Dictionary(grouping: members.enumerated()) { Array($0.element.service.utf8) }
        return object(
            services.values.sorted { $0[0].offset < $1[0].offset }.map { members in
                let entries = members.map { ($0.element.member.name, Array(damaged[$0.element.member.textRange])) }
                return (members[0].element.service, object(entries))
            })
    }

    /// The service a member belongs to; nil if it is no entry or not whole.
    private static func service(of member: JSONRecovery.Member) -> String? {
        let payload = KeyringEntry.payload(of: member.text)
        guard let group = member.group else { return payload?.looksLikeEntry == true ? KeyringFile.service : nil }
        if group.isSameText(as: KeyringFile.service) { return payload == nil ? nil : group }
        return member.isBeforeFault || member.isDelimited ? group : nil
    }
}
