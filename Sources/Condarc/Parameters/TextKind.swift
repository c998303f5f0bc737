/// What the texts of a parameter are to be.
package enum TextKind: Sendable {
    /// The name or URL of a channel that conda takes packages from.
    case channel
    /// The same of one that may be used or may not.
    case judgedChannel
    /// The URL that a channel's bare name is put behind.
    case channelAlias
    /// The URL of one channel, but for its name.
    case channelLocation
    /// The URL or name of a channel, or a pattern of such URLs, among settings for it.
    case channelPattern
    case proxy
    /// Any other URL.
    case url
    /// A file; of certificates, a directory too.
    case file
    case directory
    case package
    case platform
    case solver
    /// A name, a date, or one of a few words.
    case word
    /// Any text.
    case free

    package var isChannel: Bool { self == .channel || self == .judgedChannel }

    var isURL: Bool {
        switch self {
        case .channelAlias, .channelLocation, .channelPattern, .proxy, .url: true
        default: false
        }
    }

    var isPath: Bool { self == .file || self == .directory }

    /// What to write in place of something else.
    var noun: String {
        switch self {
        case .channel, .judgedChannel: "the name or URL of a channel"
        case .channelAlias, .channelLocation, .channelPattern, .proxy, .url: "a URL"
        case .file, .directory: "a path"
        case .package: "a package, such as numpy=1.26"
        case .platform: "a platform, such as linux-64"
        case .solver, .word, .free: "a word"
        }
    }
}
