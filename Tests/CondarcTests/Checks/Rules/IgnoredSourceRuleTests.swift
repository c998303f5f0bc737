import LosslessYAML
import Testing

@testable import Condarc

@Suite struct IgnoredSourceRuleTests {
    private func told(_ path: String, there: Set<String>, files: KeyValuePairs<String, String> = [:]) throws -> String {
        try CheckingText(select: ["ignored-source"], paths: there).findingsOfWhole(files, variables: ["CONDARC": path])
            .told
    }

    @Test func `a variable that leads nowhere is told as it was written`() throws {
        #expect(
            try told("~/conda.yml", there: []) == """
                $CONDARC: warning: there is no file '~/conda.yml'
                  hint: correct the variable, or take it away: unset CONDARC
                """)
        #expect(try told("~/conda.yml", there: ["/home/kim/conda.yml"]) == "")
        #expect(try told("", there: []) == "")
    }

    @Test func `a file that conda does not read for its name is told`() throws {
        #expect(
            try told("~/settings.txt", there: ["/home/kim/settings.txt"]) == """
                $CONDARC: warning: conda does not read '~/settings.txt', for its name
                  hint: give it a name that ends in .yml
                """)
    }

    @Test(
        arguments: [
            ("/srv/conda", ["/srv/conda/a.yml": "offline: true\n"], true),
            ("/srv/conda/", ["/srv/conda/a.yml": "offline: true\n"], true),
            ("../srv/conda", ["../srv/conda/a.yml": "offline: true\n"], true),
            // Nobody knows what it is where it may not be looked at.
            ("/srv/conda", ["/srv/conda": ""], true),
            ("/srv/conda", ["/home/kim/.condarc": "offline: true\n"], false),
            // The file beside it only begins with the same letters.
            ("/home/kim/.conda", ["/home/kim/.condarc": "offline: true\n"], false),
        ] as [(String, KeyValuePairs<String, String>, Bool)])
    func `a directory counts for the files in it`(path: String, files: KeyValuePairs<String, String>, isRead: Bool)
        throws
    {
        #expect(try told(path, there: ["/srv/conda", "/home/kim/.conda"], files: files).isEmpty == isRead)
    }

    @Test func `a directory that may not be listed is told with the reason`() throws {
        let error = CondarcError(.unreadable, "permission denied", path: "/etc/conda/condarc.d", hint: "ask for it")
        let found = try CheckingText(select: ["ignored-source"]).findingsOfWhole(passedOver: [error])
        #expect(
            found.told == """
                /etc/conda/condarc.d: warning: conda passes over it: permission denied
                  hint: ask for it
                """)
        // A file by itself has no search path.
        #expect(try CheckingText(select: ["ignored-source"]).findings("offline: true\n") == [])
    }
}
