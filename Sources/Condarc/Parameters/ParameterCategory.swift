/// The groups of `conda config --describe`, in its order.
package enum ParameterCategory: String, Sendable, CaseIterable {
    case channel = "Channel Configuration"
    case basic = "Basic Conda Configuration"
    case network = "Network Configuration"
    case solver = "Solver Configuration"
    case linking = "Package Linking and Install-time Configuration"
    case building = "Conda-build Configuration"
    case output = "Output, Prompt, and Flow Control Configuration"
    case commandLineOnly = "CLI-only"
    case hidden = "Hidden and Undocumented"
    case plugins = "Plugin Configuration"
    case experimental = "Experimental"
}
