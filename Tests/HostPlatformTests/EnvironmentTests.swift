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

    @Test func `of a variable that stands twice the first counts, and what is no assignment is none`() {
        let environment = Environment(assignments: Array("A=1\0A=2\0AB=3\0B\0=x\0C=".utf8), platform: .linux)
        #expect(environment["A"] == "1")
        #expect(environment["AB"] == "3")
        #expect(environment["B"] == nil)
        #expect(environment["C"] == "")
        #expect(environment["A\0A"] == nil)
        #expect(environment["A=1"] == nil)
        #expect(environment.names(withPrefix: "A") == ["A", "AB"])
    }

    @Test func `a name is found by its beginning without regard to case on Windows alone`() {
        let values = ["conda_x": "1", "CONDA_Y": "2", "OTHER": "3"]
        #expect(Environment(values, platform: .windows).names(withPrefix: "CONDA_") == ["CONDA_X", "CONDA_Y"])
        #expect(Environment(values, platform: .linux).names(withPrefix: "CONDA_") == ["CONDA_Y"])
    }
}
