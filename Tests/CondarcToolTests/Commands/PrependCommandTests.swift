import Testing

@Suite struct PrependCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(
            ["prepend", "channels", "x", "z"], plain,
            "channels:\n  - x\n  - z\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"),
        EditCase(
            ["add", "channels", "defaults"], plain,
            "channels:\n  - defaults  # vendor\n  - conda-forge\nchangeps1: false\n"),
    ])
    func `prepend puts items first, once each`(edit: EditCase) throws { try edit.check() }
}
