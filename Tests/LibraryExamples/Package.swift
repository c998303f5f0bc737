// swift-tools-version: 6.2
import PackageDescription

/// What another package does with the libraries: it depends on them by path, and each program is one task.
let package = Package(
    name: "library-examples",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "condarc-toolkit", path: "../..")],
    targets: [
        task("edit-condarc", "Condarc"),
        task("list-channels", "Condarc"),
        task("report-tokens", "CondaCredentials"),
        task("plan-migration", "CondaCredentials"),
        task("set-yaml", "LosslessYAML"),
        task("readme", "Condarc", "CondaCredentials"),
    ]
)

func task(_ name: String, _ libraries: String...) -> Target {
    .executableTarget(
        name: name, dependencies: libraries.map { .product(name: $0, package: "condarc-toolkit") })
}
