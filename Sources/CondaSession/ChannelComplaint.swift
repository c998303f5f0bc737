import Condarc

/// Why a text that was given for a channel can be none, and what to do.
package struct ChannelComplaint {
    package let message: String
    package let hint: String

    /// Nil for what may be a channel.
    package init?(about text: String) {
        if let found = URLScheme.complaint(about: text) {
            (message, hint) = ("'\(text)': \(found.message)", found.hint)
        } else if let found = ChannelName.complaint(about: text) {
            (message, hint) = (found.message, ChannelName.holdsSeveral(text) ? "name one channel" : found.hint)
        } else if text.contains(where: { "=<>".contains($0) }), !text.contains("/") {
            (message, hint) = ("'\(text)' is a package with its version, and no channel", "give the channel's name")
        } else {
            return nil
        }
    }
}
