#!/usr/bin/python

from __future__ import annotations

DOCUMENTATION = r"""
module: condarc
short_description: Manage settings and channels of a conda configuration file
version_added: 0.1.0
description:
  - Makes a C(.condarc) have the given settings and channels. Comments, order, quoting and all that is not named stay to the byte.
  - Calls C(condarc-tool), which must be on the host. Secrets in URLs are kept out of results and logs.
author:
  - The authors of condarc-toolkit (@condarc-toolkit)
options:
  path:
    description: The file. Exclusive with O(scope).
    type: path
  scope:
    description: The user's file, that of the base installation, or that of the environment in O(prefix).
    type: str
    choices: [user, system, prefix]
  prefix:
    description: The environment's directory, for O(scope=prefix).
    type: path
  settings:
    description: Parameters and their values. A null removes the key. Lists and maps become exactly these.
    type: dict
    default: {}
  channels:
    description: What C(channels) holds.
    type: dict
    suboptions:
      values:
        description: Names or URLs.
        type: list
        elements: str
        required: true
      state:
        description: The list is exactly these in this order, or has them among others, or has none of them.
        type: str
        choices: [exactly, present, absent]
        default: exactly
      position:
        description: Where missing ones go with O(channels.state=present). Those that are there stay where they are.
        type: str
        choices: [top, bottom]
        default: bottom
  forbid:
    description:
      - Names and URLs, with C(*), C(?) and C([…]), of channels that are taken out of C(channels).
      - What leads to them by other keys is returned in RV(findings); M(condarc_toolkit.conda.condarc_policy) mends that, too.
    type: list
    elements: str
    default: []
  backup:
    description: Keep the old content beside the file when it changes.
    type: bool
    default: false
extends_documentation_fragment:
  - condarc_toolkit.conda.program
  - condarc_toolkit.conda.program.root
"""

EXAMPLES = r"""
- name: Channels for everybody who uses the base installation
  condarc_toolkit.conda.condarc:
    scope: system
    root: /opt/conda
    channels:
      values: [conda-forge, bioconda]
    settings:
      channel_priority: strict
      always_yes:

- name: One more channel, first, without touching the others
  condarc_toolkit.conda.condarc:
    scope: user
    channels:
      values: [pytorch]
      state: present
      position: top
    forbid: [defaults]
    backup: true
"""

RETURN = r"""
path:
  description: The file.
  type: str
  returned: success
findings:
  description: What C(condarc-tool check) and O(forbid) find in the file, each with C(rule), C(line), C(message) and more.
  type: list
  elements: dict
  returned: success
backup_file:
  description: Where the old content is.
  type: str
  returned: when O(backup) is set and something changed
tool_version:
  description: The version of C(condarc-tool).
  type: str
  returned: success
"""

from ansible_collections.condarc_toolkit.conda.plugins.module_utils.program import Program, ToolModule, yaml_of


def target(params):
    """The options that name the file."""
    if params["path"]:
        return ["--file", params["path"]]
    options = {"user": ["--user"], "system": ["--system"], "prefix": ["--prefix", params["prefix"]]}[params["scope"]]
    return options + (["--root", params["root"]] if params["root"] else [])


def arranged(channels, present):
    """The list of channels that is asked for."""
    values = list(dict.fromkeys(channels["values"]))
    if channels["state"] == "exactly":
        return values
    if channels["state"] == "absent":
        return [channel for channel in present if channel not in values]
    missing = [channel for channel in values if channel not in present]
    return missing + present if channels["position"] == "top" else present + missing


def forbidden(program, patterns, values):
    """What is forbidden in these values: the places of channels in their list, and all other findings."""
    channels = values.get("channels") or []
    # One channel a line, so that a finding's line tells which one it is.
    text = b"channels:\n" + b"".join(b"- " + yaml_of(channel) + b"\n" for channel in channels) if channels else b""
    for key, value in values.items():
        if key != "channels":
            text += key.encode() + b": " + yaml_of(value) + b"\n"
    options = [option for pattern in patterns for option in ("--forbid-channel", pattern)]
    result, dummy = program.run(["check", "-", "--select", "forbidden-channel", *options], data=text, accept=(0, 1))
    found = [finding for finding in result["findings"] if finding["rule"] == "forbidden-channel"]
    places = {finding["line"] - 2 for finding in found if 0 <= finding["line"] - 2 < len(channels)}
    return places, [finding for finding in found if finding["line"] - 2 not in places]


def main():
    module = ToolModule(
        argument_spec={
            "path": {"type": "path"},
            "scope": {"type": "str", "choices": ["user", "system", "prefix"]},
            "prefix": {"type": "path"},
            "root": {"type": "path"},
            "settings": {"type": "dict", "default": {}},
            "channels": {
                "type": "dict",
                "options": {
                    "values": {"type": "list", "elements": "str", "required": True},
                    "state": {"type": "str", "choices": ["exactly", "present", "absent"], "default": "exactly"},
                    "position": {"type": "str", "choices": ["top", "bottom"], "default": "bottom"},
                },
            },
            "forbid": {"type": "list", "elements": "str", "default": []},
            "backup": {"type": "bool", "default": False},
            "executable": {"type": "str"},
        },
        mutually_exclusive=[("path", "scope")],
        required_one_of=[("path", "scope")],
        required_if=[("scope", "prefix", ["prefix"])],
        supports_check_mode=True,
    )
    params = module.params
    program = Program(module, "condarc-tool")
    place = target(params)
    wanted = dict(params["settings"])
    channels, findings = params["channels"], []
    if channels and "channels" in wanted:
        module.fail_json(msg="channels stands in settings, too: give it once")

    if (channels and channels["state"] != "exactly") or params["forbid"]:
        values = program.run(["get", *place])[0]["values"]
        values = {key: value for key, value in {**values, **wanted}.items() if value is not None}
    else:
        values = {}
    present = values.get("channels") or []
    if channels:
        asked = arranged(channels, present)
        # An empty list says something else than no list.
        if asked != present or channels["state"] == "exactly":
            wanted["channels"] = asked
        values["channels"] = asked
    if params["forbid"]:
        places, findings = forbidden(program, params["forbid"], values)
        if places:
            wanted["channels"] = [item for index, item in enumerate(values["channels"]) if index not in places]

    options = ["--diff"] + (["--dry-run"] if module.check_mode else []) + (["--backup"] if params["backup"] else [])
    result = program.run(["apply", "-", *place, *options], data=yaml_of(wanted))[0]
    answer = {"changed": result["changed"], "path": result["path"], "tool_version": program.version}
    if result.get("diff"):
        answer["diff"] = {"prepared": result["diff"]}
    if result.get("backup"):
        answer["backup_file"] = result["backup"]
    checked = program.run(["check", result["path"], "--ignore", "unreadable"], accept=(0, 1))[0]
    module.exit_json(findings=checked["findings"] + findings, **answer)


if __name__ == "__main__":
    main()
