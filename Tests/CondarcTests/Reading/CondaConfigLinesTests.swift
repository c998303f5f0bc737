import LosslessYAML
import Testing

@testable import Condarc

@Suite struct CondaConfigLinesTests {
    private func read(_ text: String) -> String? {
        var lines = CondaConfigLines()
        for line in text.split(separator: "\n") where !lines.read(line.split(separator: " ")) { return nil }
        return lines.shown?.text
    }

    @Test(arguments: [
        (
            "conda config --add channels bioconda\nconda config --add channels conda-forge",
            "`channels: [conda-forge, bioconda]`"
        ), ("conda config --append channels a\nconda config --append channels b", "`channels: [a, b]`"),
        ("$ conda config --set channel_priority strict", "`channel_priority: strict`"),
        ("export CONDA_CHANNELS=a,b", "`channels: [a, b]`"), ("ENV CONDA_OFFLINE=true", "`offline: true`"),
        ("--add channels 'a'   # lowest priority\n--set offline True", "`channels: [a]` and `offline: True`"),
        ("RUN conda config --system --set offline true", "`offline: true`"),
        ("!conda config --env --add channels a", "`channels: [a]`"),
        ("mamba config --add channels a", "`channels: [a]`"),
    ])
    func `commands are told as the lines that they would write`(text: String, lines: String) {
        #expect(read(text) == lines)
    }

    @Test(arguments: [
        "conda install numpy", "conda config --remove channels a", "conda config --set channels a",
        "conda config --add offline true", "conda config --add nope a", "export PATH=/a", "export CONDA_NOPE=1",
        "conda config --add channels $(x)", "conda config --set offline", "", "conda config",
        "conda config --add channels \(String(repeating: "a", count: 200))",
    ])
    func `other commands write nothing that is known`(text: String) { #expect(read(text) == nil) }
}
