import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform

extension CommandError {
    /// For an argument too many, which may be a token and is not repeated.
    ///
    /// - Parameter hint: how what was meant is said.
    static func surplus(_ hint: String) -> CommandError {
        CommandError(.usage, "there is an argument too many", hint: "\(hint); see the command's --help")
    }

    /// The same for a command whose options choose a token: with the option that the argument is most likely meant for.
    static func surplusChoice(_ operands: [String], of command: String) -> CommandError {
        // `keyring get SERVICE USER` of Python names the domain first.
        let isDomain = operands[0].contains(".") && !operands[0].contains("/")
        if operands.count == 2, StoreKind.own.contains(where: { $0.name.rawValue == operands[0] }),
            (try? OrganizationName.checked(operands[1])) != nil, Redactor.shown(name: operands[1]) == operands[1]
        {
            return CommandError(
                .usage, "there is an argument too many",
                hint: "what to work on is said by options: keyring-tool \(command) --store \(operands[0]) --org "
                    + ShellWord.quoted(operands[1]))
        }
        guard operands.count == 1 || isDomain, let word = operands.first,
            let option = ChannelURL(word).map({ $0.hasSecret ? nil : "--url" }) ?? (isDomain ? "--domain" : "--org"),
            option == "--url" || (try? OrganizationName.checked(word)) != nil && Redactor.shown(name: word) == word
        else { return surplus("what to work on is said by options, such as --org ORG") }
        return CommandError(
            .usage, "there is an argument too many",
            hint: "what to work on is said by an option: keyring-tool \(command) \(option) \(ShellWord.quoted(word))")
    }
}
