import CondaCredentials
import CondaSession
import Condarc
import Foundation
import TokenMigration

// What the README shows, to the letter: a test compares them.
let session = Session(environment: ProcessInfo.processInfo.environment)
try session.edit(".condarc") { editor in _ = try editor.insert("channels", ["bioconda"], at: .end) }
for channel in try session.effectiveValues(of: "channels") { print(channel.text, channel.origin) }

let tokens = try MachineTokens(environment: ProcessInfo.processInfo.environment)
for token in tokens.report().tokens { print(token.store.rawValue, token.redacted) }
print(try tokens.migration(org: "my-org").plan.lines)
