import CondaCredentials
import Foundation
import TokenMigration

// What a migration of the conda-token files to the keyring would do; `execute()` would do it.
do {
    let tokens = try MachineTokens(environment: ProcessInfo.processInfo.environment)
    let migration = try tokens.migration(org: CommandLine.arguments.dropFirst().first, removesSource: true)
    for line in migration.plan.lines { print(line) }
    print(try migration.rehearse().changed ? "it would change something" : "nothing to do")
} catch {
    print("\(error.code.rawValue): \(error.message)")
    exit(3)
}
