import CondaURL
import HostPlatform
package import LosslessYAML

/// What the value of a parameter must fulfil beyond its type.
package enum ValidationRule: Hashable, Sendable {
    /// `ssl_verify`: a boolean, `truststore`, or a file or directory that is there.
    case existingPathOrTruststore
    /// `channel_alias`: empty, or with a scheme.
    case urlWithScheme
    /// `default_python`: empty, or from 2.0 up to but without 4.0.
    case pythonVersion
    /// `list_fields`: columns that `conda list` has.
    case listFields

    /// Why the rule refuses a value that has its parameter's type; nil if it does not.
    ///
    /// - Parameter pathExists: Asks the file system, following symbolic links.
    package func complaint(about value: YAMLValue, pathExists: (String) -> Bool) -> Complaint? {
        switch (self, value) {
        case (.existingPathOrTruststore, .string(let text)) where text != "truststore" && !pathExists(text):
            Complaint(
                "there is no file or directory '\(text)'",
                text.hasPrefix("~")
                    ? "conda does not take ~ for the home directory here: write the whole path"
                    : meansTruststore(text)
                        ? "did you mean '\(name: "truststore")'?"
                        : text.contains("$")
                            ? "is the variable set? conda puts in those that are"
                            : "\(begun(by: text))use true, false, truststore, or a file or directory of certificates")
        case (.urlWithScheme, .string(let text)) where !text.isEmpty && !URLParts.hasScheme(text):
            Complaint(
                "'\(text)' has no scheme",
                (URLComplaint.capitals(in: text) ?? URLComplaint.complaint(about: text))?.advice
                    ?? ForeignValue.complaint(about: text, as: .url)?.advice
                    ?? URLScheme.complaint(about: text)?.advice
                    ?? (text.contains(".") || text.contains(":")
                        ? "write a whole URL, such as \(word: "https://" + text)"
                        : Self.aliasHint))
        case (.pythonVersion, .string(let text)) where !text.isEmpty && !Self.isPythonVersion(text):
            Complaint("'\(text)' is no version of Python", "write, for example, 3.12, or ''")
        case (.listFields, .sequence(let items)):
            Self.unknownFields(in: items).map {
                Complaint("`conda list` has no column \($0)", "choose from \(Self.fields.joined(separator: ", "))")
            }
        default: nil
        }
    }

    private static let aliasHint: Advice =
        "write the URL that names are put behind, such as https://conda.anaconda.org; a channel's own name belongs into channels"

    /// What asks whether a word was meant that begins so; nothing where none does.
    private func begun(by text: String) -> String {
        ["true", "false", "truststore"].first { $0.hasPrefix(text.lowercased()) && text.utf8.count > 1 }
            .map { "did you mean '\($0)'? Else " } ?? ""
    }

    /// Whether a word is a slip of `truststore`, or what other programs call it.
    private func meansTruststore(_ text: String) -> Bool {
        let word = text.lowercased().filter { $0 != "-" && $0 != "_" }
        return ["truststore", "system", "os", "native", "keychain"].contains(word)
            || word.count > 5 && NearestName.of(word, among: ["truststore"]) != nil
    }

    /// - Throws: `badValue` where the rule refuses a value that is given for a key.
    func check(_ value: YAMLValue, of key: String, pathExists: (String) -> Bool) throws(CondarcError) {
        guard let complaint = complaint(about: value, pathExists: pathExists) else { return }
        throw CondarcError(valueOf: key, complaint)
    }

    /// The same as an error about the value of a source.
    func error(about value: TracedValue, of parameter: Parameter, pathExists: (String) -> Bool) -> CondarcError? {
        complaint(about: value.value, pathExists: pathExists)
            .map { CondarcError(valueOf: parameter.name, $0, from: value.origin) }
    }

    /// Source: conda.base.constants, `CONDA_LIST_FIELDS`.
    package static let fields = [
        "arch", "build", "build_number", "channel", "channel_name", "constrains", "depends", "dist_str", "features",
        "fn", "license", "license_family", "md5", "name", "noarch", "package_type", "requested_spec",
        "requested_specs", "sha256", "size", "subdir", "timestamp", "track_features", "url", "version",
    ]

    private static func unknownFields(in items: [YAMLValue]) -> String? {
        let unknown = items.filter { item in !fields.contains { .string($0) == item } }
        return unknown.isEmpty ? nil : unknown.map { "'\($0.pythonText)'" }.joined(separator: ", ")
    }

    /// Source: conda.base.context, `default_python_validation`.
    private static func isPythonVersion(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= 3, scalars[1] == ".", let number = PythonNumber.float(text) else { return false }
        return number >= 2 && number < 4
    }
}
