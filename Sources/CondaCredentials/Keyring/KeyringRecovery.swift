import LosslessJSON

/// What can be saved of a damaged keyring: every entry that is still whole.
package struct KeyringRecovery: Sendable {
    package struct Entry: Sendable {
        package let service: String
        package let domain: String
        /// The payload with its quotes, as it is written.
        let text: [UInt8]
    }

    /// Why the keyring cannot be read, with line and column.
    package let fault: CredentialError
    /// The entries that are whole, in the order of the file.
    package let entries: [Entry]

    /// Nil if the keyring is not damaged.
    package init?(_ damaged: [UInt8], path: String) {
        do {
            _ = try KeyringFile(damaged, path: path)
            return nil
        } catch { fault = error }
        let members = JSONRecovery(damaged).members
        var seen: Set<[[UInt8]]> = []
        func isNew(_ service: String, _ member: JSONRecovery.Member) -> Bool {
            seen.insert([Array(service.utf8), Array(member.name.utf8)]).inserted
        }
        // Before the fault the last of two entries of a name counts, as for any reader; behind it none that is there already.
        var kept: [(offset: Int, entry: Entry)] = []
        for member in members.filter(\.isBeforeFault).reversed() + members.filter({ !$0.isBeforeFault }) {
            guard let service = KeyringRecovery.service(of: member), isNew(service, member) else { continue }
            let entry = Entry(service: service, domain: member.name, text: Array(damaged[member.textRange]))
            kept.append((member.nameRange.lowerBound, entry))
        }
        entries = kept.sorted { $0.offset < $1.offset }.map(\.entry)
    }

    /// A sound keyring that holds exactly the entries, in the form that anaconda-auth writes.
    package var bytes: [UInt8] {
        let style = JSONStyle(escapesNonASCII: true)
        let quoted = { (text: String) in Array(JSONValue.string(text).text(style: style).utf8) }
        let services = Dictionary(grouping: entries.enumerated()) { Array($0.element.service.utf8) }
        let objects = services.values.sorted { $0[0].offset < $1[0].offset }.map { members in
            let texts = members.map { quoted($0.element.domain) + Array(": ".utf8) + $0.element.text }
            return quoted(members[0].element.service) + Array(": {".utf8) + texts.joined(separator: Array(", ".utf8))
                + Array("}".utf8)
        }
        return Array("{".utf8) + Array(objects.joined(separator: Array(", ".utf8))) + Array("}".utf8)
    }

    /// The service a member belongs to; nil if it is no entry or not whole.
    private static func service(of member: JSONRecovery.Member) -> String? {
        let payload = KeyringEntry.payload(of: member.text)
        guard let group = member.group else { return payload?.looksLikeEntry == true ? KeyringFile.service : nil }
        if group.isSameText(as: KeyringFile.service) {
            return member.isBeforeFault || payload != nil ? group : nil
        }
        return member.isBeforeFault || member.isDelimited ? group : nil
    }
}
