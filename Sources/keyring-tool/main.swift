import CProcessStart
import CommandLineKit
import KeyringTool

// Not of the main thread: see `process_run`.
nonisolated func run() -> Int32 {
    KeyringTool.program.run(.ofProcess(arguments: process_arguments(), environment: process_environment())).rawValue
}

process_run(run)
