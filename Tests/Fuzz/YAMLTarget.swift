@testable import LosslessYAML

extension FuzzTarget {
    /// A document: read as libyaml reads it, long lists too, kept to the byte, and edited as the model says.
    static let yaml = FuzzTarget(name: "yaml", quickRuns: 30_000) { (bytes: [UInt8]) in
        let expected = libyamlEvents(of: bytes)
        let document: YAMLDocument
        do throws(YAMLError) { document = try YAMLDocument(bytes) } catch {
            let isOurs =
                error.code == .unsupported || error.message.hasPrefix("the alias ")
                || (expected ?? []).count { $0 == "+DOC" } > 1
            promise(isOurs || expected == nil, "libyaml reads it, and we do not: \(error)")
            return
        }
        promise(document.bytes == bytes, "the bytes stay")
        let read = document.root.map { ["+DOC"] + events(of: $0) } ?? []
        promise(read == expected, "it is read as libyaml reads it: \(read) \(expected ?? [])")
        if let difference = try? Readings(bytes).difference {
            promise(false, "long lists are read like all else: \(difference)")
        }
        var random = bytes.choices
        for attempt in 0..<4 {
            let edit =
                attempt < 3 ? RandomEdit.make(for: document, &random) : RandomEdit.makeSeveral(for: document, &random)
            if let problem = EditContract.violation(of: edit.operation, on: document) {
                promise(false, "\(problem)\n\(edit.operation)\n\(bytes.quoted)")
            }
        }
    }
}
