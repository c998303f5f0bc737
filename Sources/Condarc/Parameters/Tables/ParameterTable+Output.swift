import LosslessYAML

extension ParameterTable {
    /// What conda prints, asks, and shows in the prompt.
    static let output: [Parameter] = [
        Parameter(
            "always_yes", alias: "yes", .primitive(.boolOrNull), default: nil, .output,
            "Whether questions are answered with yes instead of being asked."),
        Parameter(
            "auto_activate", alias: "auto_activate_base", .primitive(.bool), default: true, .output,
            "Whether a new shell activates the default environment."),
        Parameter(
            "default_activation_env", .primitive(.string), default: "base", .output, traits: .underscored,
            "The environment that activation takes when none is named."),
        Parameter(
            "auto_stack", .primitive(.int), default: 0, .output,
            "Up to which nesting level activating puts environments on top of the active one; 0 for none."),
        Parameter(
            "changeps1", .primitive(.bool), default: true, .output,
            "Whether activating shows the environment in the shell's prompt."),
        Parameter(
            "env_prompt", .primitive(.string), texts: .free, default: "({default_env}) ", .output,
            "What activating puts before the prompt; {prefix}, {name} and {default_env} are replaced."),
        Parameter(
            "json", .primitive(.bool), default: false, .output,
            "Whether results are printed as JSON."),
        Parameter(
            "console", .primitive(.string), default: "classic", .output, traits: .underscored,
            "The name of the reporter that renders output for people."),
        Parameter(
            "notify_outdated_conda", .primitive(.bool), default: true, .output,
            "Whether conda says that there is a newer conda."),
        Parameter(
            "quiet", .primitive(.bool), default: false, .output,
            "Whether progress bars are left out."),
        Parameter(
            "report_errors", .primitive(.boolOrNull), default: nil, .output, traits: .underscored,
            "Formerly, whether error reports were sent to conda's developers; without effect now."),
        Parameter(
            "show_channel_urls", .primitive(.boolOrNull), default: nil, .output,
            "Whether lists of packages name the channel of each; null leaves it to the command."),
        Parameter(
            "list_fields", .sequence(of: .primitive(.string)), default: ["name", "version", "build", "channel_name"],
            .output, rule: .listFields,
            "The columns of `conda list`."),
        Parameter(
            "verbosity", alias: "verbose", .primitive(.int), default: 0, .output, traits: .underscored,
            "How much is logged: 0 warnings, 1 information, 2 debugging, 3 everything."),
        Parameter(
            "unsatisfiable_hints", .primitive(.bool), default: true, .output,
            "Whether conflicting packages are looked for when solving failed."),
        Parameter(
            "unsatisfiable_hints_check_depth", .primitive(.int), default: 2, .output,
            "How deep dependencies are followed for those hints; more takes longer."),
        Parameter(
            "number_channel_notices", .primitive(.int), default: 5, .output,
            "How many messages of channels are shown after an installation; 0 for none."),
        Parameter(
            "envvars_force_uppercase", .primitive(.bool), default: true, .output,
            "Whether new environment variables get upper-case names."),
        Parameter(
            "export_platforms", alias: "extra_platforms", .sequence(of: .primitive(.string)), texts: .platform,
            default: [], .output,
            traits: .underscored,
            "The platforms that an environment is exported for."),
        Parameter(
            "override_virtual_packages", alias: "virtual_packages", .map(of: .primitive(.stringOrNull)),
            default: [:], .output, traits: .underscored,
            "The versions that virtual packages are taken to have instead of those found."),
    ]
}
