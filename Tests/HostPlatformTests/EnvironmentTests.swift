import HostPlatform
import Testing

struct EnvironmentTests {
    @Test func `an empty variable is a value, but not a non-empty one`() {
        let environment = Environment(["A": "", "B": "x"], platform: .linux)
        #expect(environment["A"] == "")
        #expect(environment.nonEmpty("A") == nil)
        #expect(environment["C"] == nil)
        #expect(environment.names == ["A", "B"])
    }

    @Test func `names count without regard to case on Windows alone`() {
        let values = ["Path": "x"]
        #expect(Environment(values, platform: .windows)["PATH"] == "x")
        #expect(Environment(values, platform: .linux)["PATH"] == nil)
        #expect(Environment(values, platform: .linux).on(.windows)["pAtH"] == "x")
    }
}
