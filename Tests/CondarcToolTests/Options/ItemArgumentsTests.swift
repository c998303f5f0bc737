import CommandLineKit
import Testing

@testable import CondarcTool

@Suite struct ItemArgumentsTests {
    private func error(_ items: [String], key: String = "channels") -> CommandError? {
        do {
            try ItemArguments.check(items, key: key, call: "condarc-tool append \(key)")
            return nil
        } catch { return error }
    }

    @Test(
        arguments: [
            ([""], "is a variable of the shell not set?"),
            (["channels", "a"], "leave it out: condarc-tool append channels a"), (["channels:"], "name the channels"),
            (["a,b", "c"], "give each channel as an argument of its own: condarc-tool append channels a b c"),
            (["a b"], "give each channel as an argument of its own: condarc-tool append channels a b"),
            (["[a]"], "leave out the brackets: condarc-tool append channels a"),
            (["conda-forge::numpy"], "condarc-tool append channels conda-forge"),
            (["-"], "the list is not read from standard input: name the channels"),
            (
                ["a #!top"],
                "give the item alone: condarc-tool append channels a; 'condarc-tool edit' opens the file to write the flag behind it"
            ),
            (["numpy", ">=", "1"], "write them as one word in quotes: condarc-tool append channels 'numpy>=1'"),
        ])
    func `what is no channel is told with the command that was meant`(items: [String], hint: String) {
        #expect(error(items)?.hint == hint)
    }

    @Test(arguments: [
        ["conda-forge"], ["https://h.example/a"], ["https://h.example/a,b"], ["/opt/a b"], ["~/a, b"], ["./a b"],
        ["${X}:y"], ["file:///a b"], ["a", "a"],
    ])
    func `one channel, URL or path is one item`(items: [String]) { #expect(error(items) == nil) }

    @Test func `only lists of channels hold channels`() {
        #expect(error(["numpy 1.2, x"], key: "pinned_packages") == nil && error(["a,b"], key: "pkgs_dirs") == nil)
        for key in ["channel", "default_channels", "custom_multichannels.mine", "whitelist_channels"] {
            #expect(ItemArguments.holdsChannels(key), "\(key)")
            #expect(error(["a b"], key: key) != nil)
        }
    }

    @Test func `a secret is not repeated`() {
        let error = error(["https://h/t/made-up-token-0123456789/a b"])
        #expect(error?.hint == "give each channel as an argument of its own")
        #expect(
            ItemArguments.call("append", ["channels", "tk-0123456789abcdef"]) == "condarc-tool append channels ITEM")
    }

    @Test(
        arguments: [
            (["channels"], "name the items behind it: condarc-tool append channels ITEM"),
            (["offline"], "offline is no list: condarc-tool set offline VALUE"),
            (["channels=a"], "the list and each item are arguments of their own: condarc-tool append channels a"),
            (["bioconda"], "name the list in front of it: condarc-tool append channels bioconda"),
            (["channels.0"], "an item is named by itself, not by its number: condarc-tool append channels ITEM"),
            ([], nil), (["a.b"], nil),
        ] as [([String], String?)])
    func `where one argument is missing it is told which`(operands: [String], hint: String?) {
        #expect(ItemArguments.hint(forMissingAfter: operands, command: "append") == hint)
    }

    @Test(arguments: [
        ("condaforge", 1), ("conda-forge", 0), ("none", 1), ("bioconda", 0), ("mine", 0), ("nodefaults", 0), ("bio", 0),
    ])
    func `a slip of a well-known channel is noted`(item: String, count: Int) {
        #expect(ItemArguments.notices(about: [item], key: "channels").count == count)
        #expect(ItemArguments.notices(about: [item], key: "pinned_packages").isEmpty)
    }
}
