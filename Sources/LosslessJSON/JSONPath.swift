/// Where a value stands: the member names and element indices that lead to it from the root.
package struct JSONPath: Sendable, ExpressibleByArrayLiteral {
    package enum Component: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case name(String)
        case index(Int)

        package init(stringLiteral value: String) { self = .name(value) }
        package init(integerLiteral value: Int) { self = .index(value) }
    }

    package var components: [Component]

    package init(_ components: [Component]) { self.components = components }
    package init(arrayLiteral elements: Component...) { components = elements }
}

extension JSONNode {
    /// The value at a path below this one, or nil.
    package func node(at path: JSONPath) -> JSONNode? {
        var node = self
        for component in path.components {
            guard let next = node.child(component) else { return nil }
            node = next
        }
        return node
    }

    func child(_ component: JSONPath.Component) -> JSONNode? {
        switch component {
        case .name(let name): return self[name]
        case .index(let index):
            guard let elements, elements.indices.contains(index) else { return nil }
            return elements[index]
        }
    }
}
