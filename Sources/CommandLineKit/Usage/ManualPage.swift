import CondaURL

/// A manual page in mdoc: one for the program and one for each command.
struct ManualPage {
    let text: String

    init(_ usage: UsagePage, of program: Program) {
        let name = usage.call.replacing(" ", with: "-")
        var page = ManualPageText()
        page.macro("Dd \(program.date)")
        page.macro("Dt \(name.uppercased()) 1")
        page.macro("Os")
        page.macro("Sh NAME")
        page.macro("Nm \(name)")
        page.macro("Nd \(usage.summary)")
        page.macro("Sh SYNOPSIS")
        for pieces in usage.synopsis {
            page.macro("Nm \(usage.call)")
            for piece in pieces { page.macro(piece.mdoc) }
        }
        for section in usage.sections {
            page.macro("Sh \(section.title)")
            page.paragraphs(section.paragraphs)
            if !section.entries.isEmpty { page.macro("Bl -tag -width Ds") }
            for (term, text) in section.entries {
                page.macro("It \(term.mdoc)")
                if case .command(let heading) = term {
                    page.text(text.sentence)
                    page.macro("Pq See Xr \(name)\\-\(heading.name) 1 .")
                } else {
                    page.text(text)
                }
            }
            if !section.entries.isEmpty { page.macro("El") }
            page.examples(section.examples)
        }
        text = page.text
    }

    /// The page of an alias: a reference to the command's own.
    static func reference(to command: any Command.Type, of program: Program) -> String {
        ".so man1/\(program.name)-\(command.heading.name).1\n"
    }
}

extension UsagePage.Piece {
    fileprivate var mdoc: String {
        switch self {
        case .word(let word): word.hasPrefix("-") ? "Fl \(word.dropFirst())" : "Cm \(word)"
        case .options(let options):
            "Op " + options.map { $0.mdoc($0.short.map { "Fl \($0)" }) }.joined(separator: " | ")
                + (options[0].isRepeatable ? " ..." : "")
        case .operand(let name, let isOptional, let isRepeated):
            (isOptional ? "Op " : "") + "Ar \(name)" + (isRepeated ? " ..." : "")
        }
    }
}

extension UsagePage.Term {
    fileprivate var mdoc: String {
        switch self {
        case .command(let heading): heading.names.map { "Ic \($0)" }.joined(separator: " , ")
        case .operand(let operand): "Ar \(operand.value.name)"
        case .option(let option): (option.short.map { "Fl \($0) , " } ?? "") + option.mdoc(nil)
        case .variable(let name): "Ev \(name)"
        case .status(let status): "\(status.rawValue)"
        }
    }
}

extension Option {
    /// The option as mdoc macros.
    ///
    /// - Parameter short: the short form, where that is wanted and there is one.
    fileprivate func mdoc(_ short: String?) -> String {
        (short ?? "Fl -\(long)") + (value.map { " Ar \($0.name)" } ?? "")
    }
}

extension String {
    /// The summary as a sentence.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
