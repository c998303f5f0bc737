import LosslessYAML

/// Gives the values of a parameter its shape, then its types.
struct Loader {
    private let parameter: Parameter

    init(_ parameter: Parameter) { self.parameter = parameter }

    /// The value in the parameter's shape, with nothing typed yet: null lists and maps are empty ones.
    ///
    /// Source: conda.common.configuration, the `load` methods of `PrimitiveParameter`, `SequenceParameter`, `MapParameter`.
    func shaped(_ value: TracedValue) throws(CondarcError) -> TracedValue {
        switch parameter.type {
        case .primitive: return try scalar(value)
        case .sequence(let element, _): return try sequence(value, of: element)
        case .map(let element): return try map(value, of: element)
        }
    }

    private func sequence(_ value: TracedValue, of element: ElementType) throws(CondarcError) -> TracedValue {
        // To conda, an empty map is an empty list.
        let isEmpty = value.isNull || value.entries?.isEmpty == true
        guard let items = isEmpty ? [] : value.items else { throw mismatch(value, "list") }
        var shaped: [TracedValue] = []
        for item in items { shaped.append(try self.element(item, element)) }
        return value.with(.sequence(shaped))
    }

    private func map(_ value: TracedValue, of element: ElementType) throws(CondarcError) -> TracedValue {
        guard let entries = value.isNull ? [] : value.entries else { throw mismatch(value, "map") }
        var shaped: [TracedValue.Entry] = []
        for entry in entries { shaped.append(.init(key: entry.key, value: try self.element(entry.value, element))) }
        return value.with(.mapping(shaped))
    }

    private func element(_ value: TracedValue, _ element: ElementType) throws(CondarcError) -> TracedValue {
        switch element {
        case .primitive: try scalar(value)
        case .sequence(let type): try sequence(value, of: .primitive(type))
        case .map(let type): try map(value, of: .primitive(type))
        }
    }

    private func scalar(_ value: TracedValue) throws(CondarcError) -> TracedValue {
        guard case .scalar = value.content else { throw mismatch(value, "single value") }
        return value
    }

    private func mismatch(_ value: TracedValue, _ due: String) -> CondarcError {
        let hint =
            switch (due, value.origin) {
            case ("map", .variable): "maps cannot come from the environment"
            case ("list", _): ShapeHint.list(from: value, of: parameter)
            case ("map", _): "write each entry on a line of its own, as `  NAME: VALUE`"
            default: ShapeHint.single(from: value, of: parameter)
            }
        return value.error(.badType, "a \(due) is due, not a \(value.noun)", key: parameter.name, hint: hint)
    }

    /// A shaped value with every single value in the parameter's type.
    ///
    /// Source: conda.common.configuration, `LoadedParameter.typify`.
    func typed(_ value: TracedValue) throws(CondarcError) -> TracedValue {
        let type: PrimitiveType =
            switch parameter.type {
            case .primitive(let type): type
            case .sequence(let element, _), .map(let element): element.innermost
            }
        return try value.mapScalarsThrowing { (scalar, owner) throws(CondarcError) in
            do throws(CondarcError) {
                return try Coercion.typed(scalar, as: type)
            } catch {
                throw owner.error(error.code, error.message, key: parameter.name, hint: error.hint)
            }
        }
    }
}

extension TracedValue {
    /// The same value with each single value in it replaced.
    func mapScalars(_ transform: (YAMLValue) -> YAMLValue) -> TracedValue {
        switch content {
        case .scalar(let value): with(.scalar(transform(value)))
        case .sequence(let items): with(.sequence(items.map { $0.mapScalars(transform) }))
        case .mapping(let entries):
            with(.mapping(entries.map { Entry(key: $0.key, value: $0.value.mapScalars(transform)) }))
        }
    }

    fileprivate func mapScalarsThrowing(
        _ transform: (YAMLValue, TracedValue) throws(CondarcError) -> YAMLValue
    ) throws(CondarcError) -> TracedValue {
        switch content {
        case .scalar(let value): return with(.scalar(try transform(value, self)))
        case .sequence(let items):
            var mapped: [TracedValue] = []
            for item in items { mapped.append(try item.mapScalarsThrowing(transform)) }
            return with(.sequence(mapped))
        case .mapping(let entries):
            var mapped: [Entry] = []
            for entry in entries {
                mapped.append(Entry(key: entry.key, value: try entry.value.mapScalarsThrowing(transform)))
            }
            return with(.mapping(mapped))
        }
    }
}
