import CondaURL
import HostPlatform
import LosslessYAML

/// The name of the handler that signs in to Anaconda's servers, as an entry of `channel_settings` gives it.
package enum AuthHandlerName {
    package static let anacondas = "anaconda-auth"

    /// Nil for the name itself, which conda takes in capitals and between blanks too, and for what is hardly meant as it:
    /// plugins bring handlers of any name.
    package static func complaint(about text: String) -> Complaint? {
        let name = text.strippedAsPython.lowercased()
        let spelt = name.replacing("_", with: "-")
        guard name != anacondas, spelt == anacondas || NearestName.of(spelt, among: [anacondas]) != nil else {
            return nil
        }
        return Complaint(
            "no handler is known as '\(text)', and conda then sends no token", "did you mean '\(name: anacondas)'?")
    }
}
