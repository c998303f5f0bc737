/// What options and JSON call a store; each store gives itself one.
public struct StoreName: Hashable, Sendable, RawRepresentable {
    /// The word of the command line and of JSON, such as `conda-token`.
    public let rawValue: String

    /// The name of a store by its word; whether there is such a store says who is asked for it.
    public init(rawValue: String) { self.rawValue = rawValue }
}
