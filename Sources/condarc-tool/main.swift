import CommandLineKit
import CondarcTool

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

exit(CondarcTool.program.run(.ofProcess(arguments: CommandLine.unsafeArgv, environment: environ)).rawValue)
