import CommandLineKit
import Condarc

extension WellKnownChannels {
    /// The channel that a name may be a slip of.
    static func nearest(to name: String) -> String? {
        guard name.count > 4 else { return nil }
        return NearestName.of(name, among: names).flatMap { $0.hasPrefix(name) ? nil : $0 }
    }
}
