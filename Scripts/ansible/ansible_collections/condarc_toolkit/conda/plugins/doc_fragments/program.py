from __future__ import annotations


class ModuleDocFragment:
    """What the documentation of all modules shares: the options and attributes of running one of the programs."""

    DOCUMENTATION = r"""
options:
  executable:
    description: The program, by path or name.
    type: str
attributes:
  check_mode:
    description: Tells what would change and changes nothing.
    support: full
  diff_mode:
    description: Shows a unified diff, secrets redacted.
    support: full
  platform:
    description: Where it runs.
    support: full
    platforms: posix
"""

    # Of modules for which the base installation counts.
    ROOT = r"""
options:
  root:
    description: The base installation. Without it the program finds it by the environment.
    type: path
"""
