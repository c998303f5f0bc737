/// A colour or weight of text on a terminal (ECMA-48 SGR).
///
/// No yellow or cyan for words: on white they are as good as unreadable. Green is for signs and lines of a difference.
package enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case magenta = "35"
    case cyan = "36"
}
