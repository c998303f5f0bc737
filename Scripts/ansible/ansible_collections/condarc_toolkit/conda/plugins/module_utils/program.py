# What the modules share: running a program of condarc-toolkit, and keeping secrets out of everything that is shown.

from __future__ import annotations

import json
import re

from ansible.module_utils.basic import AnsibleModule

OLDEST = (0, 1, 0)

# The secret parts of URLs: passwords, tokens in paths and queries.
SECRETS = (
    re.compile(r"://[^/@\s:]*:([^/@\s]+)@"),
    re.compile(r"/t/([^/\s]+)"),
    re.compile(r"[?&](?:token|access_token|api_key|key|password|secret)=([^&#\s]+)", re.IGNORECASE),
)
# What stands for a secret and is none.
PLACEHOLDER = re.compile(r"^(\$\{?\w+\}?|<\w*>|…|\*+)$")


def secrets_in(value):
    """The secrets in the URLs of a value, down to the last item and key."""
    if isinstance(value, dict):
        parts = list(value) + list(value.values())
    elif isinstance(value, (list, tuple)):
        parts = value
    elif isinstance(value, str):
        return {found for pattern in SECRETS for found in pattern.findall(value) if not PLACEHOLDER.match(found)}
    else:
        return set()
    return {secret for part in parts for secret in secrets_in(part)}


class ToolModule(AnsibleModule):
    """A module whose arguments may hold URLs with secrets in them.

    Ansible shows the arguments with -vvv, in errors about the arguments themselves, and in the system's log: so the
    secrets are known before each of these.
    """

    def _keep_secrets(self):
        self.no_log_values.update(secrets_in(getattr(self, "params", None) or {}))

    def _log_invocation(self):
        self._keep_secrets()
        super()._log_invocation()

    def fail_json(self, msg, **kwargs):
        self._keep_secrets()
        super().fail_json(msg, **kwargs)

    def exit_json(self, **kwargs):
        self._keep_secrets()
        super().exit_json(**kwargs)


class Program:
    """One of the two programs on this host."""

    def __init__(self, module, name):
        self.module = module
        self.name = name
        self.path = module.get_bin_path(module.params["executable"] or name)
        if self.path is None:
            module.fail_json(
                msg=f"{module.params['executable'] or name} is not on this host: install it, for example with the role "
                "condarc_toolkit.conda.programs, or name it with the option executable")
        self.version = self._version()

    def _version(self):
        status, output, errors = self.module.run_command([self.path, "--version"])
        match = re.fullmatch(rf"{self.name} (\d+(?:\.\d+)*)\s*", output) if status == 0 else None
        if not match:
            self.module.fail_json(msg=f"{self.path} is not {self.name}: --version says {(output or errors).strip()!r}")
        version = match.group(1)
        if tuple(int(part) for part in version.split(".")) < OLDEST:
            needed = ".".join(str(part) for part in OLDEST)
            self.module.fail_json(msg=f"{self.path} is version {version}, and this module needs {needed} or later")
        return version

    def run(self, arguments, data=None, accept=(0,)):
        """The JSON object of one call, and its exit status; any other status than the accepted ones fails the module."""
        status, output, errors = self.module.run_command(
            [self.path, arguments[0], "--json", *arguments[1:]], data=data, binary_data=True, encoding="utf-8")
        try:
            result = json.loads(output)
        except ValueError:
            self.module.fail_json(
                msg=f"{self.name} {arguments[0]} gave no JSON: {(errors or output).strip()[:400]}", rc=status)
        if "error" in result or status not in accept:
            self.module.fail_json(msg=self.sentence(result, errors), rc=status, tool_version=self.version)
        return result, status

    def sentence(self, result, errors):
        """What went wrong, as one line: message, place, and what to do."""
        error = result.get("error") or {}
        text = error.get("message") or errors.strip() or "it failed without a word"
        place = error.get("path")
        if place and place not in text:
            text = f"{place}: {text}"
        if error.get("line"):
            text += f" (line {error['line']})"
        if error.get("hint"):
            text += f"; {error['hint']}"
        return f"{self.name}: {text}"


def yaml_of(value):
    """A value as text that is YAML: JSON, with no escapes that YAML does not know."""
    return json.dumps(value, ensure_ascii=False).encode()
