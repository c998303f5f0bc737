import CondaSession
import Condarc
import Foundation

// The channels that conda uses here, each with the file and line or the variable that gives it.
do {
    let session = Session(environment: ProcessInfo.processInfo.environment)
    for channel in try session.effectiveValues(of: "channels") { print("\(channel.text)  \(channel.origin)") }
} catch let problems as CondarcProblems {
    for problem in problems.all { print(problem) }
    exit(3)
}
