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
    ]
)

func task(_ name: String, _ library: String) -> Target {
    .executableTarget(name: name, dependencies: [.product(name: library, package: "condarc-toolkit")])
}
