import CondaURL
import LosslessYAML

/// A map of parameters whose values are given to be written elsewhere: the file of `apply`, `require` and `pin` of a policy.
///
/// What such a value asks for is what its text says, so that `3.10` stays `3.10`, and what `set` and `append` refuse is
/// refused, with its place.
struct GivenMap {
    let document: YAMLDocument
    let path: String
    /// What stands in place of a value where none is wanted, for hints.
    let nothing: NoValue
    let pathExists: (String) -> Bool

    /// What a map in the text sets, without judging it, and the tags in it, which nobody could write for conda.
    func reading(of root: YAMLNode) -> (settings: [Setting], problems: [CondarcError]) {
        let reading = SourceReader.reading(path: path, document: document, in: root)
        return (reading.settings, reading.problems.filter { $0.node.resolved.tag != nil }.map(\.error))
    }

    /// The value in its parameter's type.
    func value(of setting: Setting, _ parameter: Parameter) throws(CondarcError) -> YAMLValue {
        if let refusal = refusal(of: setting.value, parameter, setting.key) { throw refusal }
        let typed = try ValueTyper.value(
            setting.value, as: parameter.type, of: setting.key, to: .type, from: .text(document, nothing: nothing)
        ).value
        do throws(CondarcError) {
            try parameter.rule?.check(typed, of: setting.key, pathExists: pathExists)
        } catch {
            throw error.placed(at: setting.value.origin)
        }
        return typed
    }

    func error(
        _ code: CondarcError.Code, _ message: Sentence, _ key: String, at origin: Origin, hint: Advice? = nil
    ) -> CondarcError {
        CondarcError(code, message, key: key, hint: hint).placed(at: origin)
    }

    /// What could be written, and hardly can be meant.
    private func refusal(of value: TracedValue, _ parameter: Parameter, _ key: String) -> CondarcError? {
        if parameter.texts != .free {
            let unfilled = value.firstOfTexts { text, origin in
                ForeignValue.template(in: text).map {
                    error(.badValue, "\($0.message)", key, at: origin, hint: $0.advice)
                }
            }
            if let unfilled { return unfilled }
        }
        if parameter.texts.isChannel {
            for item in value.itemsWithin {
                guard let text = item.value.text, ChannelName.holdsSeveral(text),
                    !text.contains("://") || text.contains(where: \.isWhitespace),
                    let found = ChannelName.complaint(about: text)
                else { continue }
                return error(.badValue, "\(found.message)", key, at: item.origin, hint: found.advice)
            }
        }
        guard parameter.texts == .proxy else { return nil }
        for entry in value.entries ?? [] {
            guard let name = entry.key.text, !name.contains(":"),
                let scheme = ProxyScheme.meant(by: name[...])
            else { continue }
            return CondarcError(
                .badValue, valueOf: key, "conda asks for no proxy by the name '\(name)'", from: place(ofKeyOf: entry),
                hint: "write \(scheme)")
        }
        return nil
    }

    private func place(ofKeyOf entry: TracedValue.Entry) -> Origin {
        guard let range = entry.keyRange else { return entry.value.origin }
        let place = document.source.location(at: range.lowerBound)
        return .file(path: path, line: place.line, column: place.column, range: range)
    }
}
