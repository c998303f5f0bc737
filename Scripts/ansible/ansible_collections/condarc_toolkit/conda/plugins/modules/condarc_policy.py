#!/usr/bin/python

from __future__ import annotations

DOCUMENTATION = r"""
module: condarc_policy
short_description: Hold the conda configuration files of a host to a policy
version_added: 0.1.0
description:
  - Looks for what the policy does not allow, and mends it by edits that change nothing else.
  - Without O(homes), O(all_homes), O(system) and O(environments) it looks at what the connecting user's conda reads.
  - Fails if something is left that no edit could mend, such as a file that cannot be read.
author:
  - The authors of condarc-toolkit (@condarc-toolkit)
options:
  require:
    description: Parameters and values that must be set. Of a list the items must be there, of a map the entries.
    type: dict
    default: {}
  forbid:
    description: What must not be.
    type: dict
    default: {}
    suboptions:
      channels:
        description: Names and URLs of channels, with C(*), C(?) and C([…]).
        type: list
        elements: str
        default: []
      keys:
        description: Keys that may be set nowhere.
        type: list
        elements: str
        default: []
  pin:
    description: Parameters whose effective value must be this one; written with C(#!final).
    type: dict
    default: {}
  homes:
    description: Home directories to look at.
    type: list
    elements: path
    default: []
  all_homes:
    description: Look at every home directory of the password database.
    type: bool
    default: false
  system:
    description: Look at the files of the system and the base installation.
    type: bool
    default: false
  environments:
    description: Directories of environments to look at.
    type: list
    elements: path
    default: []
extends_documentation_fragment:
  - condarc_toolkit.conda.program
  - condarc_toolkit.conda.program.root
"""

EXAMPLES = r"""
- name: No default channels in any home
  condarc_toolkit.conda.condarc_policy:
    require:
      channels: [conda-forge]
    forbid:
      channels: [defaults, https://repo.anaconda.com/*]
    system: true
    all_homes: true
  become: true
"""

RETURN = r"""
violations:
  description: What was found, each with C(rule), C(home), C(path), C(line), C(key), C(channel), C(message) and C(repaired).
  type: list
  elements: dict
  returned: always
looked_at:
  description: Every file with what became of it.
  type: list
  elements: dict
  returned: always
tool_version:
  description: The version of C(condarc-tool).
  type: str
  returned: always
"""

from ansible_collections.condarc_toolkit.conda.plugins.module_utils.program import Program, ToolModule, yaml_of


def main():
    words = {"type": "list", "elements": "str", "default": []}
    module = ToolModule(
        argument_spec={
            "require": {"type": "dict", "default": {}},
            "forbid": {
                "type": "dict", "default": {}, "options": {"channels": words, "keys": {**words, "no_log": False}}},
            "pin": {"type": "dict", "default": {}},
            "homes": {"type": "list", "elements": "path", "default": []},
            "all_homes": {"type": "bool", "default": False},
            "system": {"type": "bool", "default": False},
            "environments": {"type": "list", "elements": "path", "default": []},
            "root": {"type": "path"},
            "executable": {"type": "str"},
        },
        supports_check_mode=True,
    )
    params = module.params
    program = Program(module, "condarc-tool")
    policy = {"version": 1, "require": params["require"], "pin": params["pin"]}
    policy["forbid"] = {key: value for key, value in params["forbid"].items() if value}
    arguments = ["enforce", "-", "--diff"]
    for option, values in (("--home", params["homes"]), ("--env", params["environments"])):
        arguments += [f"{option}={value}" for value in values]
    arguments += ["--all-homes"] * params["all_homes"] + ["--system"] * params["system"]
    arguments += ["--root", params["root"]] if params["root"] else []
    arguments += ["--dry-run"] if module.check_mode else []

    result, status = program.run(arguments, data=yaml_of(policy), accept=(0, 1, 4))
    answer = {
        "changed": result["changed"], "violations": result["violations"], "looked_at": result["looked_at"],
        "tool_version": program.version}
    if result.get("diff"):
        answer["diff"] = {"prepared": result["diff"]}
    left = [violation for violation in result["violations"] if not violation["repaired"]]
    if status != 0 and left:
        first = left[0]
        more = f" and {len(left) - 1} more" if len(left) > 1 else ""
        module.fail_json(msg=f"the policy does not hold: {first['path']}: {first['message']}{more}", **answer)
    module.exit_json(**answer)


if __name__ == "__main__":
    main()
