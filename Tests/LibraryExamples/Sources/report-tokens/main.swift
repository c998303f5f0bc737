import CondaCredentials
import Foundation
import TokenMigration

// Every token of every store, redacted, and what is wrong.
let report = try MachineTokens(environment: ProcessInfo.processInfo.environment).report()
for token in report.tokens {
    let place = token.shownURL ?? [token.domain, token.org].compactMap(\.self).joined(separator: ", ")
    print("\(token.store.rawValue)  \(place)  \(token.redacted)")
}
for problem in report.problems { print("\(problem.code.rawValue): \(problem.message)") }
