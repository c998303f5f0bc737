import CProcessStart
import CommandLineKit
import CondarcTool

// Not of the main thread: see `process_run`.
nonisolated func run() -> Int32 {
    CondarcTool.program.run(.ofProcess(arguments: process_arguments(), environment: process_environment())).rawValue
}

process_run(run)
