import CondaSession
import Condarc
import Foundation

// Adds channels to the end of a `.condarc`; every line that does not change keeps its bytes.
let arguments = CommandLine.arguments.dropFirst()
guard let file = arguments.first, arguments.count > 1 else {
    print("usage: edit-condarc FILE CHANNEL…")
    exit(2)
}
do {
    let session = Session(environment: ProcessInfo.processInfo.environment)
    let changed = try session.edit(file) { editor in
        _ = try editor.insert("channels", Array(arguments.dropFirst()), at: .end)
    }
    print(changed ? "changed \(file)" : "nothing to do")
} catch let error as CondarcError {
    print("\(file):\(error.line ?? 1): \(error)")
    exit(3)
}
