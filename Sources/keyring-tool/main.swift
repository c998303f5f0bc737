import CommandLineKit
import KeyringTool

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

exit(KeyringTool.program.run(.ofProcess(arguments: CommandLine.unsafeArgv, environment: environ)).rawValue)
