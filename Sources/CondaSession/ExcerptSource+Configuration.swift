package import CommandLineKit
import Condarc

extension ExcerptSource {
    /// The lines of a configuration, with its secrets hidden.
    package init(configuration text: [UInt8]) { self.init(text, hidden: FileSecrets.hidden(in: text)) }
}
