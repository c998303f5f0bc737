/// Several things that are wrong at once; at least one.
public struct CondarcProblems: Error, Sendable {
    /// At least one, in the order in which conda would find them.
    public let all: [CondarcError]

    package init(_ all: [CondarcError]) { self.all = all }

    /// One problem as it is, several together; nil for none.
    static func error(_ all: [CondarcError]) -> (any Error)? { all.count > 1 ? CondarcProblems(all) : all.first }
}
