import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessYAML

/// Whether the wishes of an edit of one file came true, once all other sources are heard.
struct WishCheck {
    private let effective: EffectiveConfiguration
    private let path: String

    /// Nil where conda does not look at that file at all.
    init?(_ session: Session, path: String, _ invocation: Invocation) {
        let host = session.host
        func normal(_ path: String) -> String { host.platform.normalized(host.absolute(path)) }
        let root = session.root(invocation)
        let searchPath = SearchPath(host: host, root: root, prefix: session.prefix(invocation))
        let own = normal(path)
        let places = searchPath.entries.compactMap(\.path).map(normal)
        guard places.contains(own) || places.contains(host.platform.parent(of: own)) else { return nil }
        effective = session.configuration(searchPath, of: session.sourceFiles, root: root)
        self.path = own
    }

    /// What to tell of each wish that did not come true.
    func complaints(about wishes: [EditWish]) -> [Message] {
        wishes.flatMap { wish -> [Message] in
            do throws(CondarcProblems) {
                return complaints(about: wish, try value(of: wish.key)).map { Message(.note, $0) }
            } catch {
                return error.all.prefix(1).map { stop in
                    let place = stop.path.map { " (\($0)\(stop.line.map { ":\($0)" } ?? ""))" } ?? ""
                    return Message(.note, "conda stops now: \(stop.description)\(place)", hint: stop.hint)
                }
            }
        }
    }

    private func complaints(about wish: EditWish, _ value: TracedValue?) -> [String] {
        guard let value else { return [] }
        let key = wish.key
        switch wish {
        case .without(let items, _):
            return (value.items ?? []).filter { items.contains($0.value.pythonText) }.map { still($0, in: key) }
        case .with(let items, _):
            let present = (value.items ?? []).map(\.value.pythonText)
            return items.filter { !present.contains($0) }.map { missing($0, in: key, value) }
        case .exactly(let items, _):
            return (value.items ?? []).filter { !items.contains($0.value.pythonText) }.map { still($0, in: key) }
                + complaints(about: .with(items, key: key), value)
        case .value(let text, _):
            guard value.origin.path != path, value.value.pythonText != meaning(text, key) else { return [] }
            return ["'\(key)' is still \(value.value.pythonText): \(place(value))"]
        case .unset:
            let origins = [value.origin] + (value.items ?? []).map(\.origin)
            guard let other = origins.first(where: { $0 != .builtIn }) else { return [] }
            return ["'\(key)' is still set: \(other.description)"]
        }
    }

    private func still(_ item: TracedValue, in key: String) -> String {
        "'\(item.value.pythonText)' is still in \(key): \(item.origin == .builtIn ? "conda's default" : place(item))"
    }

    private func missing(_ item: String, in key: String, _ list: TracedValue) -> String {
        let decider = list.items?.first ?? list
        return "'\(item)' does not come into \(key): \(place(list.flag == nil ? decider : list)) decides"
    }

    private func place(_ value: TracedValue) -> String {
        value.origin.description + (value.flag == .final ? " (#!final)" : "")
    }

    /// What the text means for the parameter's type, as conda writes it.
    private func meaning(_ text: String, _ key: String) -> String {
        guard case .primitive(let type)? = ParameterTable.parameter(forKey: key)?.type,
            let value = try? Coercion.typed(.string(text), as: type)
        else { return text }
        return value.pythonText
    }

    /// The effective value of a parameter or of an entry of a map; nil where there is none.
    ///
    /// - Throws: what conda stops at.
    private func value(of key: String) throws(CondarcProblems) -> TracedValue? {
        let (top, entry) = NamedPlace.parts(of: key)
        guard let parameter = ParameterTable.parameter(forKey: top) else { return nil }
        let value = try effective.shown(parameter).traced
        guard let entry else { return value }
        return value.entries?.first { $0.key.pythonText == entry }?.value
    }
}
