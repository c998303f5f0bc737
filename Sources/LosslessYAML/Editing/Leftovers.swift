/// What becomes of the comments and blank lines that removed lines leave behind, the least first.
///
/// A block scalar above takes for its text what stands further to the right than it, and blank lines where it keeps its end.
enum Leftovers: CaseIterable {
    case untouched
    /// Comments go to the column of what was removed.
    case aligned
    /// So they do, and the blank lines right below what was removed go as well.
    case closedUp
}
