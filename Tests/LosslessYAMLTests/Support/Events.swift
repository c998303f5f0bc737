import CLibYAML

@testable import LosslessYAML

/// The events of libyaml's own parser for a text; nil where it refuses it.
func libyamlEvents(of bytes: [UInt8]) -> [String]? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) != 0 else { return nil }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { buffer in
        yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
        var events: [String] = []
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) != 0 else { return nil }
            defer { yaml_event_delete(&event) }
            func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?, _ sign: String) -> String {
                pointer.map { " \(sign)" + String(cString: $0) } ?? ""
            }
            switch event.type {
            case YAML_STREAM_END_EVENT:
                return events
            case YAML_DOCUMENT_START_EVENT:
                events.append("+DOC")
            case YAML_MAPPING_START_EVENT:
                let data = event.data.mapping_start
                events.append(
                    "+MAP \(data.style == YAML_FLOW_MAPPING_STYLE ? "{}" : "")" + text(data.anchor, "&")
                        + text(data.tag, "!"))
            case YAML_SEQUENCE_START_EVENT:
                let data = event.data.sequence_start
                events.append(
                    "+SEQ \(data.style == YAML_FLOW_SEQUENCE_STYLE ? "[]" : "")" + text(data.anchor, "&")
                        + text(data.tag, "!"))
            case YAML_MAPPING_END_EVENT: events.append("-MAP")
            case YAML_SEQUENCE_END_EVENT: events.append("-SEQ")
            case YAML_ALIAS_EVENT: events.append("=ALI" + text(event.data.alias.anchor, "*"))
            case YAML_SCALAR_EVENT:
                let data = event.data.scalar
                let value = String(
                    decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
                events.append(
                    "=VAL" + text(data.anchor, "&") + text(data.tag, "!") + " \(data.style.rawValue)|\(value)")
            default: break
            }
        }
    }
}

/// The same events from a tree.
func events(of node: YAMLNode) -> [String] {
    let properties = (node.anchor.map { " &\($0)" } ?? "") + (node.tag.map { " !\($0)" } ?? "")
    switch node.kind {
    case .alias:
        return ["=ALI *" + String(node.tree.source.string(in: node.range).dropFirst())]
    case .scalar:
        let style =
            switch node.style {
            case .plain, .block, .flow: YAML_PLAIN_SCALAR_STYLE
            case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
            case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
            case .literal: YAML_LITERAL_SCALAR_STYLE
            case .folded: YAML_FOLDED_SCALAR_STYLE
            }
        return ["=VAL\(properties) \(style.rawValue)|\(node.scalarText ?? "")"]
    case .sequence:
        return ["+SEQ \(node.style == .flow ? "[]" : "")\(properties)"] + node.items.flatMap(events) + ["-SEQ"]
    case .mapping:
        return ["+MAP \(node.style == .flow ? "{}" : "")\(properties)"]
            + node.entries.flatMap { events(of: $0.key) + events(of: $0.value) } + ["-MAP"]
    }
}
