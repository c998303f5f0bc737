import CProcessStart
import CommandLineKit
import CondarcTool

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

// Not of the main thread: see `process_run`.
nonisolated func run() -> Int32 {
    CondarcTool.program.run(.ofProcess(arguments: process_arguments(), environment: environ)).rawValue
}

process_forbid_core_dumps()
exit(process_run(run))
