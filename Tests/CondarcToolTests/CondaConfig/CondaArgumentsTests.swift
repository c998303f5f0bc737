import Testing

@testable import CondarcTool

/// The words after `conda config`, as Python's argparse reads them.
@Suite struct CondaArgumentsTests {
    private func edits(_ words: [String]) throws -> [String] {
        try CondaArguments(words).edits.map { "\($0.kind) \($0.key) \($0.value)" }
    }

    private func message(_ words: [String]) -> String? {
        do {
            _ = try CondaArguments(words)
            return nil
        } catch { return error.message }
    }

    @Test(arguments: [
        (["--add", "channels", "a"], ["prepend channels a"]),
        (["--prepend", "channels", "a", "--add", "channels", "b"], ["prepend channels a", "prepend channels b"]),
        (["--set", "a", "-"], ["set a -"]), (["--set", "a", "-1.5"], ["set a -1.5"]),
        (["--set", "a", "-x y"], ["set a -x y"]), (["--set", "a", ""], ["set a "]),
        (["--rem", "channels", "a", "--clear", "channels"], []), (["--remove-k", "a"], ["removeKey a "]),
        (["--app", "channels", "a"], ["append channels a"]),
    ])
    func `a change is a key and a value behind its option`(words: [String], expected: [String]) throws {
        // `--rem` may be two.
        if words[0] == "--rem" {
            #expect(message(words)?.hasPrefix("ambiguous option: --rem could match --remove, --remove-key") == true)
        } else {
            #expect(try edits(words) == expected)
        }
    }

    @Test func `names may be joined, shortened and repeated`() throws {
        let arguments = try CondaArguments(["-vv", "-q", "--verb", "--file=/a b", "--show", "channels", "--json"])
        #expect(arguments.given[.verbose]?.count == 3 && arguments.has(.quiet) && arguments.has(.json))
        #expect(arguments.value(.file) == "/a b" && arguments.given[.show] == ["channels"])
        #expect(try CondaArguments(["-p/x", "--get", "a", "b"]).value(.prefix) == "/x")
        #expect(try CondaArguments(["-n", "x", "--show"]).given[.show] == [])
        #expect(try CondaArguments(["--describe", "--json"]).given[.describe] == [])
    }

    @Test(arguments: [
        (["--set", "a"], "argument --set: expected 2 arguments"),
        (["--set", "a", "--json"], "argument --set: expected 2 arguments"),
        (["--set", "a", "-x"], "argument --set: expected 2 arguments"),
        (["--file"], "argument --file: expected one argument"),
        (["--system", "--env"], "argument --env: not allowed with argument --system"),
        (["--get", "a", "--set", "b", "c"], "argument --set: not allowed with argument --get"),
        (["--json=x"], "argument --json: ignored explicit argument 'x'"),
        (["--nope"], "unrecognized arguments: --nope"), (["channels"], "unrecognized arguments: channels"),
        (["--add", "channels", "a", "b"], "unrecognized arguments: b"),
        (["--s"], "ambiguous option: --s could match --system, --show, --show-sources, --set, --stdin"),
        (["-vx"], "argument -v: ignored explicit argument 'x'"),
    ])
    func `what argparse refuses is refused in its words`(words: [String], expected: String) {
        #expect(message(words) == expected)
    }

    @Test(arguments: [
        (["--add", "channels", "a", "b"], "one value an option: --add channels b --add channels a"),
        (["--append", "channels", "a", "b"], "one value an option: --append channels a --append channels b"),
        (["--set", "a", "b", "c"], "put a value with blanks in quotes"),
        (["--add-channels", "a"], "write a blank there: --add channels a"),
        (
            ["--global"],
            "leave it out: the user's file is the default, and --system means that of the base installation"
        ), (["--list"], "did you mean '--show'?"),
        (["channels"], "did you mean '--show channels', or '--get channels' for one file?"),
        (["--shwo"], "did you mean '--show'?"),
        (
            ["--remove-key", "channels", "a"],
            "--remove-key takes a whole key away; to take an item out: --remove channels a"
        ),
    ])
    func `what was most likely meant is told`(words: [String], hint: String) {
        let error = #expect(throws: CondaArguments.UsageError.self) { try CondaArguments(words) }
        #expect(error?.hint == hint)
    }

    @Test func `changes of one list are made together`() throws {
        let arguments = try CondaArguments([
            "--append", "a", "1", "--append", "b", "3", "--append", "a", "4",
        ])
        func shown(_ batches: [CondaArguments.Batch]) -> [String] {
            batches.map { "\($0.key) \($0.values.joined(separator: ",")) \($0.positions)" }
        }
        #expect(shown(arguments.batches(gathering: true)) == ["a 1,4 [0, 2]", "b 3 [1]"])
        #expect(shown(arguments.batches(gathering: false)) == ["a 1 [0]", "b 3 [1]", "a 4 [2]"])
    }
}
