import LosslessYAML

extension CondarcEditor {
    /// Makes several edits one change, which is planned and verified once: many cost what one does. What they leave is what
    /// they would leave one after another. Where one of them fails, all do, and which one it was is not said.
    ///
    /// - Returns: what the edits tell.
    package mutating func together<Told>(_ edits: (inout CondarcEditor) throws -> Told) throws -> Told {
        let before = document
        putOff = PutOffWishes()
        do {
            let told = try edits(&self)
            try settle()
            putOff = nil
            return told
        } catch {
            (document, putOff) = (before, nil)
            throw error
        }
    }

    /// Makes the node at the path what is wished, or puts that off until all edits are known.
    mutating func change(to wish: YAMLWish?, at path: NodePath) throws(YAMLError) {
        if putOff == nil {
            adopt(try document.changing(to: YAMLWish(wish, at: path)))
        } else {
            putOff?.add(wish, at: path)
        }
    }

    /// Makes an edit that works on the document itself, also among several that are made together.
    mutating func atOnce<Told>(_ edit: (inout CondarcEditor) throws -> Told) throws -> Told {
        guard putOff != nil else { return try edit(&self) }
        try settle()
        putOff = nil
        defer { putOff = PutOffWishes() }
        return try edit(&self)
    }

    /// Does what was put off, if the next edit has to see it; says whether something was done.
    mutating func settle(for path: NodePath) throws(YAMLError) -> Bool {
        guard let putOff, putOff.touches(path) else { return false }
        try settle()
        return true
    }

    /// The place that the key means, once the next edit can see there what is so far.
    mutating func settledPlace(_ key: String) throws -> NamedPlace {
        let named = try NamedPlace(key, in: document)
        return try settle(for: named.path) ? try NamedPlace(key, in: document) : named
    }

    private mutating func settle() throws(YAMLError) {
        guard let wishes = putOff else { return }
        putOff = PutOffWishes()
        adopt(try document.changing(to: wishes.wish))
    }
}
