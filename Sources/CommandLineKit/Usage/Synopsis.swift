/// How a command is called, piece by piece: pieces are not broken over lines.
struct Synopsis {
    let pieces: [String]

    init(_ declaration: CommandDeclaration) {
        var pieces: [String] = []
        var groups: Set<String> = []
        for option in declaration.options where !option.isHidden {
            if let group = option.group {
                guard groups.insert(group).inserted else { continue }
                let members = declaration.options.filter { $0.group == group && !$0.isHidden }
                pieces.append("[" + members.map(Synopsis.shortForm).joined(separator: " | ") + "]")
            } else {
                pieces.append("[\(Synopsis.shortForm(option))]" + (option.isRepeatable ? "…" : ""))
            }
        }
        for operand in declaration.operands {
            let name = operand.value.name + (operand.maximum == nil ? "…" : "")
            pieces.append(operand.minimum == 0 ? "[\(name)]" : name)
        }
        self.pieces = pieces
    }

    private static func shortForm(_ option: Option) -> String {
        let name = option.short.map { "-\($0)" } ?? "--\(option.long)"
        return option.value.map { "\(name) \($0.name)" } ?? name
    }
}
