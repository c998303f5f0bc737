/// How a line ends.
package enum LineBreak: String, Hashable, Sendable {
    case lineFeed = "\n"
    case carriageReturnLineFeed = "\r\n"
    case carriageReturn = "\r"
    case nextLine = "\u{85}"
    case lineSeparator = "\u{2028}"
    case paragraphSeparator = "\u{2029}"

    package var bytes: [UInt8] { Array(rawValue.utf8) }
}
