import CommandLineKit
import Condarc

/// What a call of `enforce` came to.
struct EnforceReport {
    /// What became of a file or directory.
    enum Result: String {
        case ok
        case repaired
        /// It would be repaired.
        case pending
        case violation
        case unreadable
        case absent
    }

    private(set) var violations: [PolicyViolation] = []
    private(set) var looked: [(path: String, result: Result)] = []
    private var places: [String: Int] = [:]
    private var seen: Set<PolicyViolation> = []
    /// Files that could not be written, and why.
    var failed: Set<String> = []
    var errors: [CommandError] = []
    /// Where old contents were kept.
    var backups: [String] = []
    /// The texts of the files that were looked at, for the lines that violations are about.
    var texts: [String: ExcerptSource] = [:]
    /// Warnings about the policy, so that nothing found is no all-clear.
    var doubts: [Finding] = []
    var isRehearsal = false
    var changed = false
    var diff: String?

    mutating func add(_ violation: PolicyViolation) {
        var violation = violation
        // What the files of the system do to every home is told once.
        if violation.mendedIn == nil, let home = violation.home, !violation.path.hasPrefix(home) {
            violation = violation.ofNoHome
        }
        if seen.insert(violation).inserted { violations.append(violation) }
    }

    mutating func lookedAt(_ path: String, _ result: Result) {
        if let place = places[path] {
            looked[place].result = result
        } else {
            places[path] = looked.count
            looked.append((path, result))
        }
    }

    func isRepaired(_ violation: PolicyViolation) -> Bool {
        guard !isRehearsal, let path = violation.mendedIn else { return false }
        return !failed.contains(path)
    }

    /// One line for people.
    var summary: StyledText {
        // Not even a file that need not be there.
        if looked.isEmpty, violations.isEmpty { return "nothing was looked at" }
        let files = looked.count { $0.result != .absent }
        let looked = "\(files.of("file")) looked at"
        guard !violations.isEmpty else {
            return doubts.isEmpty
                ? .good("\(looked), the policy holds")
                : StyledText("\(looked), no violations, but ")
                    + StyledText("\(doubts.count.of("warning")) about the policy", .magenta)
        }
        let found = StyledText(violations.count.of("violation"), .red)
        let mended =
            isRehearsal
            ? "of which \(violations.count { $0.mendedIn != nil }) can be mended"
            : "\(violations.count(where: isRepaired)) mended"
        return StyledText("\(looked), ") + found + StyledText(", \(mended)")
    }
}
