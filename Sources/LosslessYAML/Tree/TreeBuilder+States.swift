import CLibYAML

/// What each state of libyaml's parser does with the next token; names follow `parser.c`.
extension TreeBuilder {
    mutating func step(_ state: State) throws(YAMLError) {
        switch state {
        case .documentEnd: break
        case .blockSequenceEntry: try readBlockSequenceEntry()
        case .indentlessSequenceEntry: try readIndentlessSequenceEntry()
        case .blockMappingKey: try readBlockMappingKey()
        case .blockMappingValue: try readBlockMappingValue()
        case .flowSequenceFirst: try readFlowSequenceEntry(isFirst: true)
        case .flowSequenceEntry: try readFlowSequenceEntry(isFirst: false)
        case .flowPairKey: try readFlowPairKey()
        case .flowPairValue: try readFlowValue(before: YAML_FLOW_SEQUENCE_END_TOKEN, then: .flowPairEnd)
        case .flowPairEnd: closeCollection(at: contentEnd)
        case .flowMappingFirst: try readFlowMappingKey(isFirst: true)
        case .flowMappingKey: try readFlowMappingKey(isFirst: false)
        case .flowMappingValue: try readFlowValue(before: YAML_FLOW_MAPPING_END_TOKEN, then: .flowMappingKey)
        case .flowMappingEmptyValue: addEmpty()
        }
    }

    private mutating func readBlockSequenceEntry() throws(YAMLError) {
        switch tokens.type {
        case YAML_BLOCK_ENTRY_TOKEN:
            readItemsLeftOut()
            states.append(.blockSequenceEntry)
            try skipIndicator()
            if tokens.type != YAML_BLOCK_ENTRY_TOKEN && tokens.type != YAML_BLOCK_END_TOKEN {
                try readNode(isBlock: true, mayBeIndentless: false)
            } else {
                addEmpty()
            }
        case YAML_BLOCK_END_TOKEN:
            closeCollection(at: contentEnd)
            try skip()
        default:
            throw problemInCollection("did not find expected '-' indicator", "while parsing a block collection")
        }
    }

    private mutating func readIndentlessSequenceEntry() throws(YAMLError) {
        guard tokens.type == YAML_BLOCK_ENTRY_TOKEN else { return closeCollection(at: contentEnd) }
        readItemsLeftOut()
        states.append(.indentlessSequenceEntry)
        try skipIndicator()
        if tokens.type != YAML_BLOCK_ENTRY_TOKEN && isBlockMappingContent {
            try readNode(isBlock: true, mayBeIndentless: false)
        } else {
            addEmpty()
        }
    }

    private var isBlockMappingContent: Bool {
        tokens.type != YAML_KEY_TOKEN && tokens.type != YAML_VALUE_TOKEN && tokens.type != YAML_BLOCK_END_TOKEN
    }

    private mutating func readBlockMappingKey() throws(YAMLError) {
        switch tokens.type {
        case YAML_KEY_TOKEN:
            states.append(.blockMappingValue)
            try readBlockMappingChild()
        case YAML_BLOCK_END_TOKEN:
            closeCollection(at: contentEnd)
            try skip()
        default:
            throw problemInCollection("did not find expected key", "while parsing a block mapping")
        }
    }

    private mutating func readBlockMappingValue() throws(YAMLError) {
        states.append(.blockMappingKey)
        guard tokens.type == YAML_VALUE_TOKEN else { return addEmpty() }
        try readBlockMappingChild()
    }

    private mutating func readBlockMappingChild() throws(YAMLError) {
        try skipIndicator()
        if isBlockMappingContent {
            try readNode(isBlock: true, mayBeIndentless: true)
        } else {
            addEmpty()
        }
    }

    private mutating func readFlowSequenceEntry(isFirst: Bool) throws(YAMLError) {
        if tokens.type != YAML_FLOW_SEQUENCE_END_TOKEN {
            if !isFirst { try skipSeparator("did not find expected ',' or ']'", "while parsing a flow sequence") }
            if tokens.type == YAML_KEY_TOKEN {
                states.append(.flowSequenceEntry)
                states.append(.flowPairKey)
                let node = try openCollection(.mapping, .flow, nil, indentation: open.last?.indentation ?? -1)
                records[node].isSinglePair = true
                return try skipIndicator()
            }
            if tokens.type != YAML_FLOW_SEQUENCE_END_TOKEN {
                states.append(.flowSequenceEntry)
                return try readNode(isBlock: false, mayBeIndentless: false)
            }
        }
        closeCollection(at: tokens.end)
        try skip()
    }

    private mutating func readFlowPairKey() throws(YAMLError) {
        states.append(.flowPairValue)
        switch tokens.type {
        case YAML_VALUE_TOKEN, YAML_FLOW_ENTRY_TOKEN, YAML_FLOW_SEQUENCE_END_TOKEN:
            // As libyaml does: the token after an empty key is lost.
            try skip()
            addEmpty()
        default:
            try readNode(isBlock: false, mayBeIndentless: false)
        }
    }

    private mutating func readFlowValue(before end: yaml_token_type_t, then next: State) throws(YAMLError) {
        states.append(next)
        if tokens.type == YAML_VALUE_TOKEN {
            try skipIndicator()
            if tokens.type != YAML_FLOW_ENTRY_TOKEN && tokens.type != end {
                return try readNode(isBlock: false, mayBeIndentless: false)
            }
        }
        addEmpty()
    }

    private mutating func readFlowMappingKey(isFirst: Bool) throws(YAMLError) {
        if tokens.type != YAML_FLOW_MAPPING_END_TOKEN {
            if !isFirst { try skipSeparator("did not find expected ',' or '}'", "while parsing a flow mapping") }
            if tokens.type == YAML_KEY_TOKEN {
                states.append(.flowMappingValue)
                try skipIndicator()
                switch tokens.type {
                case YAML_VALUE_TOKEN, YAML_FLOW_ENTRY_TOKEN, YAML_FLOW_MAPPING_END_TOKEN: addEmpty()
                default: try readNode(isBlock: false, mayBeIndentless: false)
                }
                return
            }
            if tokens.type != YAML_FLOW_MAPPING_END_TOKEN {
                states.append(.flowMappingKey)
                states.append(.flowMappingEmptyValue)
                return try readNode(isBlock: false, mayBeIndentless: false)
            }
        }
        closeCollection(at: tokens.end)
        try skip()
    }
}
