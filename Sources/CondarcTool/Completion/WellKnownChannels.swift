/// Channels that many use, for suggestions alone: nothing is decided by them.
enum WellKnownChannels {
    static let names = ["conda-forge", "bioconda", "defaults", "nvidia", "pytorch", "anaconda", "intel", "microsoft"]
}
