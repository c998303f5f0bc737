extension YAMLNode {
    /// What the node means: aliases followed, merge keys merged in where they stand.
    ///
    /// Bounded: reading the text has measured what aliases add.
    package var value: YAMLValue {
        switch kind {
        case .alias: resolved.value
        case .scalar: scalarValue
        case .sequence: .sequence(items.map(\.value))
        case .mapping: .mapping(pairs)
        }
    }

    /// The rules that the document asks for.
    package var schema: Schema { tree.directives.schema }

    private var scalarValue: YAMLValue {
        tree.withText(of: index) { text in
            if let tag {
                switch tag {
                case "tag:yaml.org,2002:int":
                    if let value = NumberReader(text, schema: schema).integer { return value }
                case "tag:yaml.org,2002:float":
                    switch NumberReader(text, schema: schema).value {
                    case .float(let value)?: return .float(value)
                    case .int(let value)?: if let number = Double(value.digits) { return .float(number) }
                    default: break
                    }
                case "tag:yaml.org,2002:bool":
                    if case .bool(let value) = Schema.version1_1.value(ofPlain: text) { return .bool(value) }
                case "tag:yaml.org,2002:null":
                    return .null
                default: break
                }
                return .string(String(decoding: text, as: UTF8.self))
            }
            if style == .plain { return schema.value(ofPlain: text) }
            return .string(String(decoding: text, as: UTF8.self))
        }
    }

    private var pairs: [YAMLPair] {
        let entries = entries
        guard entries.contains(where: { !$0.mergedMappings.isEmpty }) else {
            return entries.map { YAMLPair(key: $0.key.value, value: $0.value.value) }
        }
        var taken = Set(entries.lazy.filter { !$0.isMerge }.map { $0.key.value })
        var pairs: [YAMLPair] = []
        for entry in entries {
            let merged = entry.mergedMappings
            if merged.isEmpty { pairs.append(YAMLPair(key: entry.key.value, value: entry.value.value)) }
            for mapping in merged {
                for pair in mapping.pairs where taken.insert(pair.key).inserted { pairs.append(pair) }
            }
        }
        return pairs
    }
}

extension Directives {
    var schema: Schema { version.map { $0 == (1, 1) } == true ? .version1_1 : .version1_2 }
}
