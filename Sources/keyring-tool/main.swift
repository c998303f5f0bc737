import CProcessStart
import CommandLineKit
import KeyringTool

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

process_forbid_core_dumps()
exit(KeyringTool.program.run(.ofProcess(arguments: process_arguments(), environment: environ)).rawValue)
