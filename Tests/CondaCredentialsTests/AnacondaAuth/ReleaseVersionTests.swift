import Testing

@testable import CondaCredentials

@Suite struct ReleaseVersionTests {
    @Test(arguments: [
        ("0.9", "0.10"), ("0.15.2", "0.15.3"), ("0.15", "0.15.1"), ("v1.2rc1", "1.3"), ("4.14.4", "4.14.8"),
    ])
    func `numbers are compared as numbers`(lower: String, higher: String) throws {
        let (one, other) = (try #require(ReleaseVersion(lower)), try #require(ReleaseVersion(higher)))
        #expect(one < other && !(other < one) && one != other)
    }

    @Test func `zeros at the end make no difference`() {
        #expect(ReleaseVersion(0, 15) == ReleaseVersion(0, 15, 0))
        #expect(Set([ReleaseVersion(0, 15), ReleaseVersion(0, 15, 0)]).count == 1)
        #expect(ReleaseVersion("0.13.0rc3") == ReleaseVersion(0, 13))
    }

    @Test(arguments: ["", "x", "none", ".1"])
    func `what begins with no number is no version`(text: String) { #expect(ReleaseVersion(text) == nil) }
}
