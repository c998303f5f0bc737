import CommandLineKit

/// Items of a list as arguments.
enum ItemArguments {
    /// Throws for an empty one: it most likely comes from a variable that is not set.
    static func check(_ items: [String]) throws(CommandError) {
        if items.contains("") {
            throw CommandError(.usage, "an item is empty", hint: "is a variable of the shell not set?")
        }
    }
}
