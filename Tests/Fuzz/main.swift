import Foundation

/// libFuzzer's own loop over a target; source: LLVM's `FuzzerDriver.cpp`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The one that was chosen; a C function has no other way to know it.
private enum Chosen {
    nonisolated(unsafe) static var target: FuzzTarget?
}

let words = CommandLine.arguments.dropFirst()
Chosen.target = FuzzTarget.all.first { $0.name == words.first }
guard let target = Chosen.target else {
    for target in FuzzTarget.all {
        print(target.name, target.quickRuns, target.dependsOnMachine ? "made" : "mutated")
    }
    exit(words.isEmpty ? 0 : 2)
}
// TARGET --make DIRECTORY INPUT...
if words.dropFirst().first == "--make" {
    var inputs = MadeInputs(of: words.dropFirst(3).map { Array(FileManager.default.contents(atPath: $0) ?? Data()) })
    for number in 0..<target.quickRuns {
        let made = Data(inputs.next())
        guard FileManager.default.createFile(atPath: "\(words.dropFirst(2).first ?? "")/\(number)", contents: made)
        else { exit(1) }
    }
    exit(0)
}
// The target's name is ours; all that follows is libFuzzer's.
var count = CommandLine.argc - 1
var arguments = CommandLine.unsafeArgv + 1
exit(
    runDriver(&count, &arguments) { start, count in
        Chosen.target?.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
