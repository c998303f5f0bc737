import Foundation
import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), oldName: "a", newName: "b")
    }

    @Test func `equal texts have no difference`() {
        #expect(diff("a\nb\n", "a\nb\n") == "")
    }

    @Test func `an added line stands between three lines of context`() {
        #expect(
            diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n5\n6\n7\n8\n")
                == "--- a\n+++ b\n@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7\n")
    }

    @Test func `a missing final newline is marked on each side that misses it`() {
        #expect(
            diff("a\nb", "a\nb\n")
                == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
        #expect(diff("", "b") == "--- a\n+++ b\n@@ -0,0 +1 @@\n+b\n\\ No newline at end of file\n")
        #expect(diff("a\n", "") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n")
    }

    @Test func `carriage returns stay in the lines`() {
        #expect(diff("a\r\nb\r\n", "a\r\nc\r\n") == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
    }

    @Test func `changes far apart are hunks of their own`() {
        let old = (1...30).map { "\($0)\n" }.joined()
        let new = old.replacingOccurrences(of: "\n2\n", with: "\nx\n").replacingOccurrences(of: "28\n", with: "y\n")
        #expect(
            diff(old, new).split(separator: "\n").filter { $0.hasPrefix("@@") } == [
                "@@ -1,5 +1,5 @@", "@@ -25,6 +25,6 @@",
            ])
    }

    @Test func `secrets do not reach a diff`() {
        let shown = diff("", "- https://x.example/t/ab-0123456789abcdef/main\n- https://u:pw@x.example\n")
        #expect(shown.contains("+- https://x.example/t/…cdef/main\n+- https://u:…@x.example\n"))
    }

}
