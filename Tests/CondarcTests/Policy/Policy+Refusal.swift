@testable import Condarc

extension Policy {
    /// Why a text is refused; nil for one that is not.
    static func refusal(_ text: String) -> CondarcError? {
        do {
            _ = try Policy(Array(text.utf8), path: "p.yml")
            return nil
        } catch {
            return error as? CondarcError
        }
    }
}
