import CommandLineKit
import LosslessJSON
import Testing

@testable import KeyringTool

@Suite struct DoctorFindingTests {
    @Test func `what is quoted of others has no secret`() {
        let finding = DoctorFinding("x", path: "/d/https%3A%2F%2Fu%3Amade-up%40h.token", "https://u:made-up@h is there")
        #expect(finding.message == "https://u:…@h is there")
        #expect(finding.path?.contains("made-up") == false && finding.json.text().contains("made-up") == false)
    }

    @Test func `what can be mended is, and the rest has advice`() {
        let fixable = DoctorFinding(
            "mode", path: "/f", "others may read it", mend: .closeToOthers(path: "/f"), advice: "chmod")
        #expect(fixable.isFixable && fixable.remedy == "keyring-tool doctor --fix")
        let other = DoctorFinding("x", path: nil, "no", advice: "unset X")
        #expect(!other.isFixable && other.remedy == "unset X" && other.mend?.movedSecret == nil)
    }

    @Test func `its JSON has the old names of its members beside the new`() {
        let json = DoctorFinding("mode", .error, path: "/f", line: 2, column: 3, "no").json
        #expect(json["rule"] == json["code"] && json["severity"] == json["level"] && json["hint"] == json["remedy"])
        #expect(json["line"] == 2 && json["column"] == 3 && json["fixable"] == false)
    }
}
