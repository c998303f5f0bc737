/// Manual pages in mdoc.
struct ManualPage {
    let program: Program

    func text(of command: (any Command.Type)?) -> String { "" }
}
