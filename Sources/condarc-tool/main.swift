import CProcessStart
import CommandLineKit
import CondarcTool

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

process_forbid_core_dumps()
exit(CondarcTool.program.run(.ofProcess(arguments: process_arguments(), environment: environ)).rawValue)
