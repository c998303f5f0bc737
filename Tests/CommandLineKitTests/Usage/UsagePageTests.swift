import Testing

@testable import CommandLineKit

@Suite struct UsagePageTests {
    private func terms(_ page: UsagePage, _ title: String) -> [String] {
        (page.sections.first { $0.title == title }?.entries ?? []).map { entry in
            switch entry.term {
            case .command(let heading): heading.name
            case .operand(let operand): operand.value.name
            case .option(let option): "--\(option.long): \(entry.text)"
            case .variable(let name): name
            case .status(let status): "\(status): \(entry.text)"
            }
        }
    }

    @Test func `options that exclude each other stand together, hidden ones nowhere`() {
        let page = UsagePage(greet, HelloCommand.self)
        let pieces = page.synopsis[0].map { piece in
            switch piece {
            case .word(let word): word
            case .options(let options): options.map(\.long).joined(separator: "|")
            case .operand(let name, let isOptional, let isRepeated): "\(name) \(isOptional) \(isRepeated)"
            }
        }
        #expect(pieces.starts(with: ["loud|soft", "times", "tongue", "title"]))
        #expect(pieces.last == "NAME false true")
        #expect(Set(pieces).count == pieces.count)
    }

    @Test func `values are listed where the help does not name them itself`() {
        let options = terms(UsagePage(greet, HelloCommand.self), "OPTIONS")
        #expect(options.contains("--tongue: The language. One of `english`, `french`."))
        #expect(options.contains { $0.hasPrefix("--color: ") && !$0.contains("One of") })
    }

    @Test func `a command that changes nothing has no negative answer, unless it says so`() {
        #expect(terms(UsagePage(greet, HelloCommand.self), "EXIT STATUS").contains { $0.hasPrefix("negative") })
        let statuses = terms(UsagePage(greet, RawCommand.self), "EXIT STATUS")
        #expect(
            !statuses.contains { $0.hasPrefix("negative") }
                && statuses.count == CommandLineKit.ExitStatus.allCases.count - 1)
    }

    @Test func `a command's page has no section without content, and its other names`() {
        #expect(
            UsagePage(greet, RawCommand.self).sections.map(\.title) == [
                "DESCRIPTION", "ARGUMENTS", "OPTIONS", "EXIT STATUS",
            ])
        let hello = UsagePage(greet, HelloCommand.self)
        #expect(hello.call == "greet hello" && hello.summary == "greet people")
        #expect(hello.sections[0].paragraphs == ["Says hello.", "The command is also called `hi`."])
    }

    @Test func `the program's page has the commands that are no secret, and the variables`() {
        let page = UsagePage(greet)
        #expect(terms(page, "COMMANDS") == ["hello", "raw", "completion"])
        #expect(terms(page, "ENVIRONMENT") == ["NO_COLOR", "COLUMNS"])
        #expect(terms(page, "EXIT STATUS").count == CommandLineKit.ExitStatus.allCases.count)
    }
}
