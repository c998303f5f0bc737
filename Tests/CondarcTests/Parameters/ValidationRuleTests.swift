import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ValidationRuleTests {
    private func hint(_ rule: ValidationRule, _ value: YAMLValue) -> String? {
        rule.complaint(about: value) { $0 == "/there.pem" }?.hint
    }

    @Test(
        arguments: [
            (true, nil), ("truststore", nil), ("/there.pem", nil), ("~/there.pem", "conda does not take ~"),
            ("system", "did you mean 'truststore'?"), ("TrustStore", "did you mean 'truststore'?"),
            ("trustsore", "did you mean 'truststore'?"), ("$NONE/a.pem", "is the variable set?"),
            ("tru", "did you mean 'true'? Else use"), ("/none", "use true, false, truststore"), ("", "use true, false"),
        ] as [(YAMLValue, String?)])
    func `certificates are there, or the system's`(value: YAMLValue, start: String?) {
        let found = hint(.existingPathOrTruststore, value)
        #expect(start.map { found?.hasPrefix($0) == true } ?? (found == nil), "\(found ?? "-")")
    }

    @Test(
        arguments: [
            ("", nil), ("https://h.example", nil), ("file:///a", nil),
            ("h.example", "write a whole URL, such as https://h.example"),
            ("h:80", "write a whole URL, such as https://h:80"),
            ("https:/h", "write https://h"), ("HTTPS://h", "write https://h"),
            ("conda-forge", "write the URL that names are put behind"),
        ] as [(String, String?)])
    func `an alias has a scheme`(text: String, start: String?) {
        let found = hint(.urlWithScheme, .string(text))
        #expect(start.map { found?.hasPrefix($0) == true } ?? (found == nil), "\(found ?? "-")")
    }

    /// Source: conda.base.context, `default_python_validation`.
    @Test(arguments: [
        ("", true), ("3.12", true), ("2.0", true), ("3.9999", true), ("3.1_2", true), ("2.7.1", false), ("4.0", false),
        ("1.9", false), ("3", false), ("10.1", false), ("3.x", false), ("03.1", false), ("3. 1", false),
    ])
    func `a version of Python is one from 2 up to 4`(text: String, isOne: Bool) {
        #expect((hint(.pythonVersion, .string(text)) == nil) == isOne)
    }

    @Test func `a list has the columns that conda list knows, and the others are named`() {
        #expect(hint(.listFields, ["name", "version"]) == nil && hint(.listFields, []) == nil)
        let complaint = ValidationRule.listFields.complaint(about: ["name", "nome", "Name", 1]) { _ in true }
        #expect(complaint?.message == "`conda list` has no column 'nome', 'Name', '1'")
    }

    @Test func `a value of another type is another rule's`() {
        for rule in [ValidationRule.existingPathOrTruststore, .urlWithScheme, .pythonVersion, .listFields] {
            #expect(hint(rule, false) == nil && hint(rule, nil) == nil && hint(rule, ["a": 1]) == nil)
        }
    }
}
