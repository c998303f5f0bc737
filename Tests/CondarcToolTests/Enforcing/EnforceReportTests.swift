import CommandLineKit
import Condarc
import Testing

@testable import CondarcTool

@Suite struct EnforceReportTests {
    private func violation(_ path: String, home: String? = nil, mendedIn: String? = nil) -> PolicyViolation {
        PolicyViolation(.required, home: home, path: path, key: "a", message: "no", mendedIn: mendedIn)
    }

    @Test func `what the system's files do to every home is told once`() {
        var report = EnforceReport()
        for home in ["/home/a", "/home/b"] {
            report.add(violation("/etc/conda/.condarc", home: home))
            report.add(violation(home + "/.condarc", home: home))
            report.add(violation("/etc/conda/.condarc", home: home, mendedIn: "/etc/conda/.condarc"))
        }
        #expect(report.violations.map(\.home) == [nil, "/home/a", "/home/a", "/home/b", "/home/b"])
    }

    @Test func `of a file that is looked at twice the last result counts, at its first place`() {
        var report = EnforceReport()
        report.lookedAt("/a", .pending)
        report.lookedAt("/b", .ok)
        report.lookedAt("/a", .repaired)
        #expect(report.looked.map { "\($0.path) \($0.result)" } == ["/a repaired", "/b ok"])
    }

    @Test func `mended is what was written, and in a rehearsal nothing`() {
        var report = EnforceReport()
        report.failed = ["/b"]
        let violations = ["/a", "/b", nil].map { violation("/x", mendedIn: $0) }
        #expect(violations.map(report.isRepaired) == [true, false, false])
        report.isRehearsal = true
        #expect(violations.map(report.isRepaired) == [false, false, false])
    }

    @Test func `the summary never sounds better than it is`() {
        var report = EnforceReport()
        #expect(report.summary.plain == "nothing was looked at")
        report.lookedAt("/a", .ok)
        report.lookedAt("/b", .absent)
        #expect(report.summary.plain == "✓ 1 file looked at, the policy holds")
        report.add(violation("/a", mendedIn: "/a"))
        report.add(violation("/b"))
        #expect(report.summary.plain == "1 file looked at, 2 violations, 1 mended")
        report.isRehearsal = true
        #expect(report.summary.plain == "1 file looked at, 2 violations, of which 1 can be mended")
    }
}
