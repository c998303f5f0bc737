import LosslessYAML

extension ParameterTable {
    /// What conda reads but does not describe.
    static let hidden: [Parameter] = [
        Parameter(
            "allow_cycles", .primitive(.bool), default: true, .hidden,
            "Whether packages may depend on each other in a circle."),
        Parameter(
            "allow_conda_downgrades", .primitive(.bool), default: false, .hidden,
            "Whether an older conda may replace a newer one."),
        Parameter(
            "debug", .primitive(.bool), default: false, .hidden, traits: .underscored,
            "Whether everything is logged that helps to find an error in conda."),
        Parameter(
            "trace", .primitive(.bool), default: false, .hidden, traits: .underscored,
            "Whether even more is logged than debug does."),
        Parameter(
            "dev", .primitive(.bool), default: false, .hidden,
            "Whether conda runs from its source tree."),
        Parameter(
            "default_python", .primitive(.stringOrNull), default: "3.11", .hidden, rule: .pythonVersion,
            "The Python version that a request for `python` alone means."),
        Parameter(
            "enable_private_envs", .primitive(.bool), default: false, .hidden,
            "Formerly, whether packages could get an environment of their own; without effect now."),
        Parameter(
            "error_upload_url", .primitive(.string), texts: .url,
            default: "https://conda.io/conda-post/unexpected-error", .hidden,
            traits: .underscored,
            "Formerly, where error reports were sent; without effect now."),
        Parameter(
            "force_32bit", .primitive(.bool), default: false, .hidden,
            "Whether a 64-bit machine is treated as a 32-bit one."),
        Parameter(
            "root_prefix", alias: "root_dir", .primitive(.string), texts: .directory, default: "", .hidden,
            traits: .underscored,
            "The directory of the base environment, where it is not conda's own."),
        Parameter(
            "sat_solver", .primitive(.choice(.satSolverChoice)), default: "pycosat", .hidden,
            "The library that the classic solver calls."),
        Parameter(
            "solver_ignore_timestamps", .primitive(.bool), default: false, .hidden,
            "Whether solving does not prefer the build of the latest time."),
        Parameter(
            "subdir", .primitive(.string), texts: .platform, default: "", .hidden, traits: .underscored,
            "The platform whose packages are installed, where it is not this machine's."),
        Parameter(
            "subdirs", .sequence(of: .primitive(.string)), texts: .platform, default: [], .hidden, traits: .underscored,
            "The platforms whose indexes are read."),
        Parameter(
            "target_prefix_override", .primitive(.string), texts: .free, default: "", .hidden,
            "The prefix that is written into installed files instead of the environment's own."),
        Parameter(
            "register_envs", .primitive(.bool), default: true, .hidden,
            "Whether new environments are noted in the user's list of environments."),
        Parameter(
            "protect_frozen_envs", .primitive(.bool), default: true, .hidden,
            "Whether environments marked as frozen are kept from changes."),
    ]
}

extension Choice {
    static let satSolverChoice = Choice("SatSolverChoice", ["pycosat", "pycryptosat", "pysat"])
}
