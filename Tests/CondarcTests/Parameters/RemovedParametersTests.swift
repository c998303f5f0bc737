import LosslessYAML
import Testing

@testable import Condarc

@Suite struct RemovedParametersTests {
    @Test(arguments: RemovedParameters.replacements.keys.sorted())
    func `none is a parameter today, nor another name of one`(name: String) {
        #expect(ParameterTable.parameter(forKey: name) == nil)
    }

    @Test(
        arguments: [
            (
                "restore_free_channel",
                "gone since conda 25.9; add https://repo.anaconda.com/pkgs/free to channels if you need it", "channels"
            ),
            (
                "allow_other_channels", "gone since conda 4.3; allowlist_channels says which channels may be used",
                "allowlist_channels"
            ),
            ("max_shlvl", "gone since conda 4.6; see auto_stack", "auto_stack"),
            ("update_dependencies", "gone; use the option --update-deps", nil),
            ("use_pip", "gone; conda list always shows packages of pip", nil), ("binstar_personal", "gone", nil),
        ] as [(String, String, String?)])
    func `what to do instead is told, and what is named for it exists`(name: String, hint: String, parameter: String?) {
        #expect(RemovedParameters.replacement(of: name)?.text == hint)
        guard let parameter else { return }
        #expect(hint.contains(parameter))
        #expect(ParameterTable.parameter(named: parameter) != nil)
    }

    @Test func `every parameter that a hint names exists`() {
        for hint in RemovedParameters.replacements.values {
            for name in hint.split(whereSeparator: { !$0.isLetter && $0 != "_" }) where name.contains("_") {
                #expect(ParameterTable.parameter(named: String(name)) != nil, "\(name)")
            }
        }
    }

    @Test(arguments: ["channels", "whitelist_channels", "USE_PIP", "use_pip2", ""])
    func `what is or never was a parameter is none of them`(key: String) {
        #expect(RemovedParameters.replacement(of: key) == nil)
    }
}
