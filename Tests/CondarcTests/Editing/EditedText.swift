import LosslessYAML

@testable import Condarc

/// Runs an edit, and gives the text it leaves.
func edited(_ text: String, _ edit: (inout CondarcEditor) throws -> Void) throws -> String {
    var editor = try CondarcEditor(Array(text.utf8))
    try edit(&editor)
    return String(decoding: editor.document.bytes, as: UTF8.self)
}
