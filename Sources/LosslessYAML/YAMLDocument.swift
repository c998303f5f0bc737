/// A YAML text and its tree; the way into this module.
///
/// It reads a text without losing a byte of it: every `YAMLNode` knows where it stands (`Source`), comments included, and an
/// edit is a list of `TextEdit`s against that text. Reading goes from `SourceText` (bytes, lines) over `TokenStream`
/// (libyaml's scanner, in `Scanning`) to `TreeBuilder`; `Resolution` says what scalars mean. A change starts from a
/// `YAMLWish`; `EditPlan` locates, compares and arranges (`Editing`), and the `Verifier` reads the result again and holds it
/// against what was wished before anyone sees it.
public struct YAMLDocument: Sendable {
    package var source: SourceText { tree.source }
    let tree: Tree

    /// Reads a text.
    ///
    /// Refused, with line and column: what is not YAML, several documents, other encodings than UTF-8, control characters,
    /// aliases that would grow without measure, nesting deeper than `DocumentLimits.depth`, texts larger than
    /// `DocumentLimits.size`.
    public init(_ bytes: [UInt8]) throws(YAMLError) { try self.init(bytes, for: AnyAudience.self) }

    /// - Parameter audience: whom the text is for, where an error about it is to say so.
    package init(_ bytes: [UInt8], for audience: any Audience.Type) throws(YAMLError) {
        do throws(YAMLError) {
            tree = try TreeBuilder.tree(of: SourceText(bytes, for: audience))
        } catch {
            throw audience.error(about: bytes, inPlaceOf: error) ?? error
        }
    }

    /// - Throws: an error with its place, where the text is no YAML or holds what is not supported.
    public init(_ text: String) throws(YAMLError) { try self.init(Array(text.utf8)) }

    /// The document as it was read, byte for byte.
    public var bytes: [UInt8] { source.bytes }

    /// Nil for an empty text or one of comments only.
    package var root: YAMLNode? { tree.records.isEmpty ? nil : YAMLNode(tree, 0) }

    /// Where `%YAML 1.1` stands; nil where there is no such directive.
    package var versionDirective: SourceRange? { tree.directives.versionRange }

    /// All of its nodes, in the order of the text.
    package var nodes: [YAMLNode] { tree.records.indices.map { YAMLNode(tree, $0) } }

    /// Sorted by position.
    package var comments: [YAMLComment] {
        tree.commentRanges.map {
            let range = SourceRange(Int($0.start), Int($0.end))
            return YAMLComment(
                range: range, line: Int($0.line) + 1, isAloneOnLine: $0.isAloneOnLine, text: source.string(in: range))
        }
    }
}
