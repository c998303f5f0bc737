import Testing

@Suite struct RemoveCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(
            ["remove", "channels", "conda-forge", "absent"], plain,
            "channels:\n  - defaults  # vendor\nchangeps1: false\n"),
        EditCase(["remove", "channels", "defaults"], nil, "channels: []\n"),
        EditCase(["remove", "channels", "absent"], nil, nil),
        EditCase(
            ["remove", "pinned_packages", "3.10"], "pinned_packages:\n  - 3.10\n  - x\n", "pinned_packages:\n  - x\n"),
    ])
    func `remove takes items out`(edit: EditCase) throws { try edit.check() }
}
