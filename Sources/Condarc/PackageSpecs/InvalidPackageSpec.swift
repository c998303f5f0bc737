/// Why conda takes a text for no package spec.
struct InvalidPackageSpec: Error, Hashable {
    /// Lower case, no full stop.
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
