extension Array where Element == UInt8 {
    /// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 3.9, table 3-7), or nil.
    var firstOffsetOutsideUTF8: Int? {
        var rest = makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded): offset += encoded.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
