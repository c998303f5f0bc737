import Testing

@Suite struct SetChannelsCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(["set-channels", "a", "b"], nil, "channels:\n  - a\n  - b\n"),
        EditCase(
            ["set-channels", "defaults", "bioconda", "conda-forge"], plain,
            "channels:\n  - defaults  # vendor\n  - bioconda\n  - conda-forge\nchangeps1: false\n"),
        EditCase(
            ["set-channels", "--key", "default_channels", "x"], plain, plain + "default_channels:\n  - x\n"),
    ])
    func `set-channels leaves these channels alone, in this order`(edit: EditCase) throws { try edit.check() }
}
