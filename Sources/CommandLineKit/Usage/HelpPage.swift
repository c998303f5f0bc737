/// The help of a program and of its commands, laid out as a manual page.
struct HelpPage {
    let text: StyledText

    /// - Parameter width: columns to keep to.
    init(_ usage: UsagePage, width: Int) {
        var page = HelpPageText(width: width)
        page.section("NAME")
        page.paragraphs(["\(usage.call) - \(usage.summary)"])
        page.section("SYNOPSIS")
        for pieces in usage.synopsis { page.hanging("`\(usage.call)`", pieces.map(\.text)) }
        for section in usage.sections {
            page.section(section.title)
            page.paragraphs(section.paragraphs)
            page.definitions(
                section.entries.map { ($0.term.text, $0.text) }, areShort: section.entries.first?.term.isShort == true)
            page.examples(section.examples)
        }
        text = page.text
    }
}

extension UsagePage.Piece {
    fileprivate var text: String {
        switch self {
        case .word(let word): word
        case .options(let options):
            "[" + options.map(\.shortForm).joined(separator: " | ") + "]" + (options[0].isRepeatable ? "…" : "")
        case .operand(let name, let isOptional, let isRepeated):
            (isOptional ? "[" : "") + name + (isRepeated ? "…" : "") + (isOptional ? "]" : "")
        }
    }
}

extension UsagePage.Term {
    fileprivate var text: String {
        switch self {
        case .command(let heading): heading.names.map { "`\($0)`" }.joined(separator: ", ")
        case .operand(let operand): operand.value.name
        case .option(let option): option.term
        case .variable(let name): "`\(name)`"
        case .status(let status): "\(status.rawValue)"
        }
    }

    /// Whether the text stands beside it.
    fileprivate var isShort: Bool {
        switch self {
        case .command, .status: true
        default: false
        }
    }
}

extension Option {
    fileprivate var shortForm: String { (short.map { "-\($0)" } ?? "--\(long)") + (value.map { " \($0.name)" } ?? "") }

    /// How the option is written, such as `-n, --dry-run`.
    fileprivate var term: String {
        (short.map { "`-\($0)`, " } ?? "") + "`--\(long)`" + (value.map { " \($0.name)" } ?? "")
    }
}
