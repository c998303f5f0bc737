// swift-tools-version: 6.2
import PackageDescription

/// Every module is Swift 6 with warnings as errors, says `any` where it boxes, and imports what it uses itself.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

/// Whether another package depends on a version of this one: then it lies in `checkouts/NAME`, or in
/// `registry/downloads/SCOPE/NAME/VERSION`, of that package's build, and Swift's package manager allows no flags of ours.
/// The libraries do without; the programs are not built there.
let isCheckout: Bool = {
    let components = Context.packageDirectory.split(separator: "/")
    return components.dropLast().last == "checkouts" || components.dropLast(3).suffix(2) == ["registry", "downloads"]
}()

/// Half of what a small edit costs was the runtime's search for types by their mangled names, which it does for each
/// generic type that is used for the first time. Without these two the compiler writes calls instead.
let typesByCall: [SwiftSetting] = [
    .unsafeFlags(
        [
            "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
            "-Xfrontend", "-disable-generic-metadata-prespecialization",
        ], .when(configuration: .release))
]

/// Whether `Scripts/fuzz` asks: then there are no tests and programs, but one program with libFuzzer's targets, and all
/// that is compiled counts what it runs through.
let isFuzzing = Context.environment["CONDARC_TOOLKIT_FUZZ"] != nil
let counting: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])]
/// What the tests' random models and the fuzzer's targets share.
let models =
    ["EditContract", "Events", "Operation", "RandomEdit", "Readings"].map { "LosslessYAMLTests/Support/\($0).swift" }
    + ["CondarcTests/Editing/RandomListEdit.swift", "CondarcTests/Sources/MadeFiles.swift"]
    + ["LosslessJSONTests/RandomJSON.swift"]
let settings = strict + (isCheckout ? [] : typesByCall) + (isFuzzing ? counting : [])

/// Every file imports Swift's regular expressions unless it is told not to; one use of them makes a tenth of a program.
let withoutExpressions: [SwiftSetting] =
    isCheckout ? [] : [.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])]

let leftOut = "left-out.ld"

/// How the programs are linked on Linux. One process start is most of what an edit costs, and half of that is the
/// dynamic loader: so they are static executables. `Scripts/install` asks for less where the archives are missing.
let linking: [String: [LinkerSetting]] = [
    "static-executable": [
        .unsafeFlags(["-static-executable"], .when(platforms: [.linux])),
        // The tables for unwinding the stack are an eighth of such a program, and nothing in it unwinds: Swift's errors
        // are returned, and its runtime throws none of C++. lld, which comes with Swift, leaves them out, and with them
        // the compiler's hash of each source's intermediate code and the number of the build.
        .unsafeFlags(
            [
                "-use-ld=lld", "-Xlinker", "--no-eh-frame-hdr", "-Xlinker", "--build-id=none", "-Xlinker",
                "\(Context.packageDirectory)/Sources/CProcessStart/\(leftOut)",
            ], .when(platforms: [.linux], configuration: .release)),
    ],
    "static-stdlib": [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux]))],
    "dynamic": [],
]
let startFast = isCheckout ? [] : linking[Context.environment["CONDARC_TOOLKIT_LINK"] ?? "static-executable"] ?? []

let glibc = Target.Dependency.target(name: "CGlibc", condition: .when(platforms: [.linux]))

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: settings + withoutExpressions),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
            swiftSettings: settings),
    ]
}

func program(_ name: String, _ tool: String) -> Target {
    .executableTarget(
        name: name, dependencies: [.byName(name: tool), "CommandLineKit", "CProcessStart"],
        swiftSettings: settings + withoutExpressions,
        linkerSettings: startFast)
}

let package = Package(
    name: "condarc-toolkit",
    platforms: [.macOS(.v15)],
    products: [
        // For other packages: what is `public` in these modules, and nothing else.
        .library(name: "LosslessYAML", targets: ["LosslessYAML"]),
        .library(name: "Condarc", targets: ["Condarc", "CondaSession", "SecureFileStore"]),
        .library(name: "CondaCredentials", targets: ["CondaCredentials", "TokenMigration"]),
        .executable(name: "condarc-tool", targets: ["condarc-tool"]),
        .executable(name: "keyring-tool", targets: ["keyring-tool"]),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // What Swift's own module of the C library leaves out on Linux: extended attributes, settings of the allocator.
        .systemLibrary(name: "CGlibc"),
        .target(name: "CProcessStart", exclude: [leftOut]),
        program("condarc-tool", "CondarcTool"),
        program("keyring-tool", "KeyringTool"),
        .testTarget(
            name: "EndToEndTests",
            // Not of the programs: their link flags would reach the test bundle. `swift build` makes them first.
            dependencies: ["LosslessYAML", "LosslessJSON", "TestSupport"], swiftSettings: settings),
        // What several of the test folders need; linked by tests only.
        .target(
            name: "TestSupport", dependencies: ["CommandLineKit", "CondaCredentials", "LosslessJSON", "HostPlatform"],
            path: "Tests/TestSupport",
            swiftSettings: settings),
    ]
        + room("LosslessYAML", ["CLibYAML"])
        + room("LosslessJSON")
        + room("HostPlatform")
        + room("SecureFileStore", ["HostPlatform", glibc])
        + room("CondaURL")
        + room("Condarc", ["LosslessYAML", "HostPlatform", "CondaURL"])
        + room("CondaCredentials", ["LosslessJSON", "HostPlatform", "SecureFileStore", "CondaURL"])
        + room("TokenMigration", ["CondaCredentials", "CondaURL", "LosslessJSON", "HostPlatform", "SecureFileStore"])
        + room("CommandLineKit", ["LosslessJSON", "HostPlatform", "CondaURL", glibc])
        + room("CondaSession", ["Condarc", "LosslessYAML", "SecureFileStore", "CommandLineKit", "HostPlatform"])
        + room(
            "CondarcTool",
            [
                "CommandLineKit", "CondaSession", "Condarc", "CondaURL", "LosslessYAML", "LosslessJSON",
                "SecureFileStore", "HostPlatform",
            ])
        + room(
            "KeyringTool",
            [
                "CommandLineKit", "TokenMigration", "CondaCredentials", "CondaSession", "Condarc", "CondaURL",
                "LosslessYAML", "LosslessJSON", "SecureFileStore", "HostPlatform",
            ])
)

if isFuzzing {
    package.products = []
    package.targets.removeAll { $0.type == .test || $0.type == .executable }
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: package.targets.filter { $0.type == .regular }.map { .byName(name: $0.name) } + ["CLibYAML"],
            path: "Tests", sources: ["Fuzz"] + models, swiftSettings: settings,
            // gold fails on the debugging information of the sanitizer's library.
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}
