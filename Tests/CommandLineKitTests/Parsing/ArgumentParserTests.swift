import CommandLineKit
import HostPlatform
import TestSupport
import Testing

@Suite struct ArgumentParserTests {
    static let options =
        "it has --loud, --soft, --times, --tongue, --title, --dry-run, --check, --diff: see 'greet hello --help'"

    @Test(arguments: [
        (["hello", "Ada"], "Ada"),
        (["hi", "Ada", "--loud"], "Ada loud="),
        (["hello", "-lt3", "Ada"], "Ada loud= times=3"),
        (["hello", "-t", "3", "Ada"], "Ada times=3"),
        (["hello", "--times=4", "--times", "4", "Ada"], "Ada times=4"),
        (["hello", "--title", "Dr", "Ada", "--title=Lady"], "Ada title=Dr,Lady"),
        (["hello", "--title=", "Ada"], "Ada title="),
        (["hello", "--", "--loud", "-"], "--loud -"),
        (["hello", "-", "-1"], "- -1"),
        (["raw", "--what", "-x", "--", "y"], "--what|-x|--|y"),
    ])
    func `options stand anywhere and in every form`(arguments: [String], expected: String) {
        let process = RecordedProcess()
        _ = process.run(greet, arguments)
        #expect(process.output == expected + "\n")
        #expect(process.errors == "")
    }

    @Test(arguments: [["tk-0123456789abcdef"], ["hello", "Ada", "--tongue", "tk-0123456789abcdef"]])
    func `what may be a misplaced token is not repeated`(arguments: [String]) {
        let process = RecordedProcess()
        #expect(process.run(greet, arguments) == .usage)
        #expect(process.errors.contains("'…cdef'"))
        #expect(!process.errors.contains("0123456789"))
    }

    @Test(arguments: ["ab12345678cd9012ef34", "tk-0123456789", "eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJl"])
    func `a token in place of a path is refused, and a file of such a name is none`(name: String) throws {
        let process = RecordedProcess()
        #expect(process.run(greet, ["look", "x", "--at", name]) == .usage)
        #expect(process.errors.contains("option --at takes a path, and '…"))
        #expect(process.errors.contains("hint: for a file of that name, write './' in front of it"))
        #expect(!process.errors.contains(name))
        #expect(RecordedProcess().run(greet, ["look", "x", "--at", "./\(name)"]) == .badData)
        let directory = try TemporaryDirectory()
        try directory.write("", to: name)
        let there = RecordedProcess().run(greet, ["look", "x", "--at", name], workingDirectory: directory.path)
        #expect(there == .badData)
    }

    @Test(arguments: [
        (["helo", "Ada"], "unknown command 'helo'", "did you mean 'hello'?"),
        (["hello", "--luod", "Ada"], "unknown option --luod", "did you mean '--loud'?"),
        (["hello", "--zzzzzz", "Ada"], "unknown option --zzzzzz", options),
        (["hello", "-x", "Ada"], "unknown option -x", options),
        (
            ["hello", "-lay", "Ada"], "unknown option -lay",
            "leave out the '-'; what begins with one on purpose stands behind '--'"
        ),
        (["hello", "-soft", "x"], "unknown option -soft", "did you mean '--soft'?"),
        (["hello", "- Ada"], "unknown option - Ada", "leave out the '- ', which YAML has in front of an item"),
        (
            ["hello", "--times=3", "--times", "4", "Ada"], "option --times is given twice",
            "give it once: of '3' and '4' only one would count"
        ),
        (
            ["hello", "--times", "--loud", "Ada"], "option --times needs a value N",
            "write the N behind it; see 'greet hello --help'"
        ),
        (["hello"], "argument NAME is missing", "such as 'greet hello Ada'; see 'greet hello --help'"),
        (["hello", "--loud=yes", "Ada"], "option --loud takes no value", "write --loud alone, or leave it out"),
        (
            ["hello", "Ada", "--times"], "option --times needs a value N",
            "write the N behind it; see 'greet hello --help'"
        ),
        (["hello", "Ada", "-l", "-s"], "options --loud and --soft exclude each other", "leave one of them out"),
        (
            ["hello", "Ada", "--tongue", "frensh"], "option --tongue is one of english, french, not 'frensh'",
            "did you mean 'french'?"
        ),
        (["hello", "--simulate", "Ada"], "unknown option --simulate", "did you mean '--dry-run'?"),
        (["hello", "--force", "Ada"], "unknown option --force", "nothing is asked here: leave it out"),
        (["hello", "--output", "json", "Ada"], "unknown option --output", "did you mean '--json'?"),
        (
            ["hello", "Ada", "--format", "jsn"], "option --format is one of text, json, not 'jsn'",
            "did you mean 'json'?"
        ),
        (["help", "hello", "raw"], "argument 'raw' is one too many", "one command at a time: 'greet help hello'"),
        (["--tongue", "hello"], "unknown option --tongue", "options stand after the command; see 'greet --help'"),
        (["--luod", "hello"], "unknown option --luod", "did you mean '--loud'?"),
        (["--versoin"], "unknown option --versoin", "did you mean '--version'?"),
        (["help", "helo"], "unknown command 'helo'", "did you mean 'hello'?"),
    ])
    func `a wrong command line is a usage error with a hint`(arguments: [String], message: String, hint: String) {
        let process = RecordedProcess()
        #expect(process.run(greet, arguments) == .usage)
        #expect(process.output == "")
        #expect(process.errors == "greet: error: \(message)\n  hint: \(hint)\n")
    }

    @Test(arguments: [
        (["--loud", "hello", "Ada"], "Ada loud="), (["--times", "3", "hello", "Ada", "-s"], "Ada soft= times=3"),
        (["--tongue=french", "hi", "--", "-x"], "-x tongue=french"),
        // The word behind an option is its value first.
        (["--title", "raw", "hello", "Ada"], "Ada title=raw"),
    ])
    func `options of a command may stand before it`(arguments: [String], expected: String) {
        let process = RecordedProcess()
        #expect(process.run(greet, arguments) == .success)
        #expect(process.output.split(separator: " ").sorted() == (expected + "\n").split(separator: " ").sorted())
        #expect(process.errors == "")
    }

    @Test func `--format json is --json where a command has no other formats`() {
        let process = RecordedProcess()
        #expect(process.run(greet, ["hello", "Ada", "--format", "json"]) == .success)
        #expect(process.output == #"{"schema": 1, "names": ["Ada"]}"# + "\n")
        let text = RecordedProcess()
        #expect(text.run(greet, ["hello", "Ada", "--format=text"]) == .success)
        #expect(text.output == "Ada\n")
    }
}
