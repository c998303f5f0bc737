#!/usr/bin/python

from __future__ import annotations

DOCUMENTATION = r"""
module: conda_token
short_description: Store, remove, rotate and migrate access tokens of conda channels
version_added: 0.1.0
description:
  - Keeps one token in the keyring of anaconda-auth or in the conda-token directory of the connecting user.
  - Calls C(keyring-tool), and hands the token over on standard input. It appears in no argument, result or log.
author:
  - The authors of condarc-toolkit (@condarc-toolkit)
options:
  state:
    description: Whether the token is to be there.
    type: str
    choices: [present, absent]
    default: present
  token:
    description: The token. Needed to store one, and for O(rotate).
    type: str
  store:
    description: Where it is kept.
    type: str
    choices: [keyring, conda-token]
    default: keyring
  org:
    description: The organization that it is for; needed to store one in the keyring.
    type: str
  url:
    description: The channel URL that it is for; for O(store=conda-token).
    type: str
  domain:
    description: The domain of the keyring's entry. The program's default if it is not given.
    type: str
  rotate:
    description:
      - Put O(token) wherever the present one of O(org), O(url) or O(domain) stands, in every store and client that has it.
      - Where there is no present one it is stored.
    type: bool
    default: false
  migrate:
    description: Before that, move what the conda-token directory has into the keyring. With O(org), for this organization.
    type: bool
    default: false
attributes:
  diff_mode:
    description: A diff of tokens is never shown.
    support: none
extends_documentation_fragment:
  - condarc_toolkit.conda.program
"""

EXAMPLES = r"""
- name: The site's token
  condarc_toolkit.conda.conda_token:
    org: my-org
    token: "{{ site_token }}"
    migrate: true

- name: A new one in its place, in every client
  condarc_toolkit.conda.conda_token:
    org: my-org
    token: "{{ new_site_token }}"
    rotate: true
"""

RETURN = r"""
moved:
  description: What was migrated, without tokens.
  type: list
  elements: dict
  returned: when O(migrate) is set
replaced:
  description: Where a new token was put, without tokens.
  type: list
  elements: dict
  returned: when O(rotate) is set
tool_version:
  description: The version of C(keyring-tool).
  type: str
  returned: success
"""

from ansible_collections.condarc_toolkit.conda.plugins.module_utils.program import Program, ToolModule


def choice(params, names):
    """The options that say which token is meant."""
    return [part for name in names if params[name] for part in (f"--{name}", params[name])]


def main():
    module = ToolModule(
        argument_spec={
            "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
            "token": {"type": "str", "no_log": True},
            "store": {"type": "str", "choices": ["keyring", "conda-token"], "default": "keyring"},
            "org": {"type": "str"},
            "url": {"type": "str"},
            "domain": {"type": "str"},
            "rotate": {"type": "bool", "default": False},
            "migrate": {"type": "bool", "default": False},
            "executable": {"type": "str"},
        },
        required_if=[("rotate", True, ["token"])],
        supports_check_mode=True,
    )
    params = module.params
    if params["state"] == "present" and not params["token"] and not params["migrate"]:
        module.fail_json(msg="there is nothing to do: give token, or set migrate, or state to absent")
    if params["state"] == "absent" and (params["rotate"] or params["token"]):
        module.fail_json(msg="state absent takes neither token nor rotate")
    program = Program(module, "keyring-tool")
    rehearsal = ["--dry-run"] if module.check_mode else []
    token = params["token"].encode() if params["token"] else None
    answer = {"changed": False, "tool_version": program.version}

    if params["migrate"]:
        result = program.run(["migrate", "--remove-source", *choice(params, ["org", "domain"]), *rehearsal])[0]
        answer["moved"] = result.get("moved", [])
        answer["changed"] |= result["changed"]
    rotated = False
    if params["rotate"]:
        result, status = program.run(
            ["rotate", *choice(params, ["org", "url", "domain"]), *rehearsal], data=token, accept=(0, 1))
        answer["replaced"] = result.get("replaced", [])
        answer["changed"] |= result.get("changed", False)
        rotated = status == 0 and bool(answer["replaced"])
    if params["state"] == "absent":
        names = ["org", "domain"] if params["store"] == "keyring" else ["url"]
        result = program.run(["remove", "--store", params["store"], *choice(params, names), *rehearsal])[0]
        answer["changed"] |= result["changed"]
    elif token and not rotated:
        names = ["org", "domain"] if params["store"] == "keyring" else ["url"]
        result = program.run(["set", "--store", params["store"], *choice(params, names), *rehearsal], data=token)[0]
        answer["changed"] |= result["changed"]
    module.exit_json(**answer)


if __name__ == "__main__":
    main()
