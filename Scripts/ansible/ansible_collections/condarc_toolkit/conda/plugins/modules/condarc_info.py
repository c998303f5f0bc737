#!/usr/bin/python

from __future__ import annotations

DOCUMENTATION = r"""
module: condarc_info
short_description: Tell conda's effective configuration and where each value comes from
version_added: 0.1.0
description:
  - Gives what conda works with after merging all of its sources, with the file and line, or the variable, of every value and item.
  - Secrets in URLs are redacted.
author:
  - The authors of condarc-toolkit (@condarc-toolkit)
options:
  keys:
    description: The parameters to tell; all that there are if it is empty.
    type: list
    elements: str
    default: []
attributes:
  check_mode:
    description: It never changes anything.
    support: full
  diff_mode:
    description: There is nothing to show.
    support: none
extends_documentation_fragment:
  - condarc_toolkit.conda.program
  - condarc_toolkit.conda.program.root
"""

EXAMPLES = r"""
- name: Which channels count here, and who says so?
  condarc_toolkit.conda.condarc_info:
    keys: [channels, ssl_verify]
  register: conda
"""

RETURN = r"""
values:
  description: The value of each parameter.
  type: dict
  returned: success
origins:
  description: For each parameter a list of C(value), C(source) and C(line).
  type: dict
  returned: success
tool_version:
  description: The version of C(condarc-tool).
  type: str
  returned: success
"""

from ansible_collections.condarc_toolkit.conda.plugins.module_utils.program import Program, ToolModule


def main():
    module = ToolModule(
        argument_spec={
            "keys": {"type": "list", "elements": "str", "default": [], "no_log": False},
            "root": {"type": "path"},
            "executable": {"type": "str"},
        },
        supports_check_mode=True,
    )
    program = Program(module, "condarc-tool")
    root = ["--root", module.params["root"]] if module.params["root"] else []
    result = program.run(["show", "--origin", *root, "--", *module.params["keys"]])[0]
    module.exit_json(
        changed=False, values=result["values"], origins=result["origins"], tool_version=program.version)


if __name__ == "__main__":
    main()
