/// The way from the root to a node: keys of mappings and indices of sequences (from 0).
///
/// A string literal is one key, whatever characters it has: `["proxy_servers", "http"]`, `"channels"`.
public struct NodePath: Hashable, Sendable {
    /// One step: to the value of a key, or to an item, counted from 0.
    public enum Component: Hashable, Sendable {
        /// To the value of a key.
        case key(String)
        /// To an item, counted from 0.
        case index(Int)
    }

    /// From the root of the document inwards.
    public var components: [Component]

    /// The way of these steps; none lead to the whole document.
    public init(_ components: [Component] = []) { self.components = components }

    /// The whole document.
    public static let root = NodePath()

    /// The path one step further.
    public func appending(_ component: Component) -> NodePath { NodePath(components + [component]) }
    /// The path to the value of a key.
    public func appending(key: String) -> NodePath { appending(.key(key)) }
    /// The path to an item, counted from 0.
    public func appending(index: Int) -> NodePath { appending(.index(index)) }
}

extension NodePath.Component: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .key(value) }
    public init(integerLiteral value: Int) { self = .index(value) }
}

extension NodePath: ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    public init(arrayLiteral elements: Component...) { self.init(elements) }
    public init(stringLiteral value: String) { self.init([.key(value)]) }
}

extension NodePath: CustomStringConvertible {
    /// The keys with dots between, indices in brackets.
    public var description: String {
        var text = ""
        for component in components {
            switch component {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}

extension NodePath {
    /// As messages call it.
    var name: String { components.isEmpty ? "the document" : description }
}
