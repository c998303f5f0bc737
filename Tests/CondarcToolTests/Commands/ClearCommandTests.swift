import Testing

@Suite struct ClearCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(["clear", "channels"], plain, "channels: []\nchangeps1: false\n"),
        EditCase(["clear", "channels"], nil, "channels: []\n"),
    ])
    func `clear leaves an empty list`(edit: EditCase) throws { try edit.check() }
}
