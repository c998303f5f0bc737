import CommandLineKit
import Condarc
import LosslessJSON

/// The explanation of a plugin's setting as text and JSON.
struct PluginAnswer {
    let explanation: PluginExplanation
    /// Why sources could not be read.
    let failures: [CondarcError]
    let invocation: Invocation

    func write() {
        let console = invocation.console
        let shown = ShownText(reveal: invocation.has(.reveal))
        if invocation.wantsJSON {
            let sources = explanation.values.map { $0.origin.json + ["value": shown.json($0.value)] }
            return console.write(
                json: [
                    "key": .string("plugins.\(explanation.name)"),
                    "value": explanation.values.last.map { shown.json($0.value) } ?? .null,
                    "sources": .array(sources),
                ] + CommandError.member(for: failures))
        }
        console.writeLine(StyledText("plugins.\(explanation.name)", .bold))
        if explanation.values.isEmpty { console.writeLine("  No source sets it.") }
        for (position, value) in explanation.values.enumerated() {
            let isStrongest = position == explanation.values.count - 1
            console.writeLine(
                StyledText("  \(value.origin.description)  \(shown.text(value.value))", isStrongest ? .bold : nil))
        }
        console.writeLine("The plugin gives it its type, and joins lists and maps; of single values the last counts.")
    }
}
