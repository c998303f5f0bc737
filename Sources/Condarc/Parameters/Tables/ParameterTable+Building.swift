import LosslessYAML

extension ParameterTable {
    /// What conda-build reads from the same files.
    static let building: [Parameter] = [
        Parameter(
            "bld_path", .primitive(.string), texts: .directory, default: "", .building,
            "The directory in which conda-build leaves packages and indexes."),
        Parameter(
            "croot", .primitive(.string), texts: .directory, default: "", .building, traits: .underscored,
            "The directory in which conda-build works."),
        Parameter(
            "anaconda_upload", alias: "binstar_upload", .primitive(.boolOrNull), default: nil, .building,
            "Whether conda-build uploads what it built to anaconda.org."),
        Parameter(
            "conda_build", alias: "conda-build", .map(of: .primitive(.string)), texts: .free, default: [:], .building,
            traits: .underscored,
            "Settings that conda-build reads."),
    ]
}
