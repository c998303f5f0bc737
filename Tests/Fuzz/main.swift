#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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

Chosen.target = FuzzTarget.all.first { $0.name == CommandLine.arguments.dropFirst().first }
guard Chosen.target != nil else {
    print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
    exit(CommandLine.arguments.count > 1 ? 2 : 0)
}
// The target's name is ours; all that follows is libFuzzer's.
var count = CommandLine.argc - 1
var arguments = CommandLine.unsafeArgv + 1
exit(
    runDriver(&count, &arguments) { start, count in
        Chosen.target?.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
