import Testing

@Suite struct AppendCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(
            ["append", "channels", "x", "conda-forge", "z"], plain,
            "channels:\n  - defaults  # vendor\n  - x\n  - conda-forge\n  - z\nchangeps1: false\n"),
        EditCase(["append", "channels", "x"], "channels:\n", "channels:\n  - x\n"),
        EditCase(["append", "channels", "x"], "channels: [a, b]\n", "channels: [a, b, x]\n"),
        EditCase(
            ["append", "envs_dirs", "/x"], "envs_path:\n- /a\n", "envs_path:\n- /a\n- /x\n"),
        EditCase(["append", "custom_multichannels.lab", "x"], nil, "custom_multichannels:\n  lab:\n    - x\n"),
    ])
    func `append puts items last, once each`(edit: EditCase) throws { try edit.check() }
}
