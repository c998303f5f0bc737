import CommandLineKit
import CondaCredentials
import CondaURL
import Condarc
import HostPlatform
import LosslessYAML

/// The URL of a conda-token file as it is given on the command line, to be stored.
enum TokenURL {
    /// - Throws: `usage` for what is no URL, or the start of no channel's.
    static func checked(_ text: String) throws(CommandError) -> String {
        if let unfilled = CommandError(unfilled: text, .url) { throw unfilled }
        guard let url = ChannelURL(text), url.scheme == "https" || url.scheme == "http" else {
            // A host without its scheme.
            let whole = ChannelURL("https://" + text)
            let parts = text.split { "\"'<> ".contains($0) }.map(String.init)
            if parts.count == 1, parts[0] != text, ChannelURL(parts[0])?.hasSecret == false {
                throw CommandError(
                    .usage, "--url has quotes or blanks around the URL", hint: "--url \(ShellWord.quoted(parts[0]))")
            }
            let isHost = text.contains(".") && whole?.hasSecret == false && Redactor.shown(name: text) == text
            throw CommandError(
                .usage, "--url is no URL",
                hint: isHost
                    ? "--url \(ShellWord.quoted("https://" + text))" : "such as --url https://repo.anaconda.cloud/repo/"
            )
        }
        guard !url.hasSecret else {
            throw CommandError(
                .usage, "the URL holds a token or password",
                hint: "give it without: --url \(ShellWord.quoted(url.withoutSecrets))")
        }
        if let sign = text.unicodeScalars.first(where: { "*?#{}|^`<>\"\\".unicodeScalars.contains($0) }) {
            let start = String(text[..<(text.firstIndex { $0.unicodeScalars.contains(sign) } ?? text.endIndex)])
            throw CommandError(
                .usage, "no URL that conda asks has a '\(sign)': a token counts for all that begins like its URL",
                hint: ChannelURL(start) == nil ? nil : "--url \(ShellWord.quoted(start))")
        }
        guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
            throw CommandError(.usage, "the URL holds a blank or a control character")
        }
        let asked = asConda(text, scheme: url.scheme)
        guard asked == text else {
            throw CommandError(
                .usage,
                "conda never asks for the URL as it is written here: a token counts for what begins just like it",
                hint: "--url \(ShellWord.quoted(asked))")
        }
        guard url.scheme == "https" || !TokenFit.isAnacondas(.url(text)) else {
            throw CommandError(
                .usage, "anyone on the way could read a token that goes to an http: URL",
                hint: "--url \(ShellWord.quoted("https" + text.dropFirst(4)))")
        }
        let parts = text.split(separator: "/").dropFirst()
        if let found = URLComplaint.complaint(aboutPageOf: String(parts.first ?? ""), path: parts.dropFirst()) {
            throw CommandError(
                .usage, found.message,
                hint: found.advice.proposal.map {
                    let channel = $0.text
                    return "--url "
                        + ShellWord.quoted((channel.contains("/") ? "" : "https://conda.anaconda.org/") + channel)
                })
        }
        var folders = text.split(separator: "/", omittingEmptySubsequences: false)
        if folders.last?.isEmpty == true { folders.removeLast() }
        let isFile =
            folders.last.map { ["repodata", "channeldata", "current_repodata"].contains(where: $0.hasPrefix) } == true
        if isFile { folders.removeLast() }
        let isPlatform = folders.last.map { EffectiveConfiguration.knownPlatforms.contains(String($0)) } == true
        if isPlatform { folders.removeLast() }
        guard !isFile, !isPlatform else {
            throw CommandError(
                .usage,
                "the URL is that of a \(isFile ? "file" : "platform"): a token for it serves no other "
                    + "\(isFile ? "file" : "one") of the channel",
                hint: "--url \(ShellWord.quoted(folders.joined(separator: "/") + "/"))")
        }
        return text
    }

    /// With scheme and host in small letters, and one slash between names.
    private static func asConda(_ text: String, scheme: String) -> String {
        guard let end = text.firstRange(of: "://")?.upperBound else { return text }
        let host = text[end...].prefix { $0 != "/" }
        let names = text[host.endIndex...].split(separator: "/")
        return "\(scheme)://\(host.lowercased())" + names.map { "/" + $0 }.joined() + (text.hasSuffix("/") ? "/" : "")
    }
}
