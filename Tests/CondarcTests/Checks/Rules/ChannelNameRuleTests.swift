import Testing

@testable import Condarc

@Suite struct ChannelNameRuleTests {
    @Test(arguments: [
        ("conda-forge", false), ("a_b/C9", false), ("https://conda.example.org/a.b/c", false),
        ("https://www.anaconda.org/a", true), ("https://ANACONDA.org/a", true), ("https://h/a/x-1-0.conda//", true),
        ("https://h/a.tar.bz2", true), ("https://h/noarch/repodata.json.zst", true), ("https://h/x.conda/t/ab-1", true),
        ("https://h/x.condarc", false), ("https://repo.conda", false), ("https://h", false), ("ab:c", true),
    ])
    func `a channel that is plainly one is told from others at one look`(text: String, isWrong: Bool) throws {
        let places = try CheckingText(select: ["invalid-channel-name"]).places("channels: ['\(text)']\n")
        #expect(places == (isWrong ? ["1:12 invalid-channel-name"] : []))
    }
}
