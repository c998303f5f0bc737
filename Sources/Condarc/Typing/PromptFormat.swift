import CondaURL
import HostPlatform
import LosslessYAML

/// `env_prompt`, which conda gives to Python's `str.format`.
///
/// Source: conda.activate, `_prompt_modifier`; CPython, `string.Formatter.parse`.
enum PromptFormat {
    private static let names = ["default_env", "stacked_env", "prefix", "name"]

    /// Why every `conda activate` stops at a text; nil where none does.
    static func complaint(about text: String) -> Complaint? {
        var rest = text[...]
        while let place = rest.firstIndex(where: { "{}".contains($0) }) {
            let (sign, behind) = (text[place], text[place...].dropFirst())
            if behind.first == sign {
                rest = behind.dropFirst()
                continue
            }
            guard sign == "{" else {
                return Complaint(
                    "a '{' is missing before this '}'", "open it, as in {name}, or write }} for the sign itself")
            }
            let name = behind.prefix { !"{}.[!:".contains($0) }
            guard let end = behind[name.endIndex...].firstIndex(of: "}") else {
                let word = name.prefix { $0.isLetter || $0 == "_" }
                return Complaint(
                    "a '}' is missing behind '{\(word)'",
                    "close it, as in {\(names.contains(String(word)) ? word : "name")}")
            }
            guard names.contains(String(name)) else {
                return Complaint(
                    "conda fills in no {\(name)}, and every 'conda activate' stops at it",
                    "did you mean {\(nearest(to: name.lowercased()))}? there are {default_env}, {stacked_env}, {prefix} and {name}"
                )
            }
            rest = text[end...].dropFirst()
        }
        return nil
    }

    private static func nearest(to name: String) -> String {
        NearestName.of(name, among: names)
            ?? (name.contains("name") ? "name" : name.contains("p") ? "prefix" : "default_env")
    }
}
