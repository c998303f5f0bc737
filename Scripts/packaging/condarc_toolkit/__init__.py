"""Finds the programs `condarc-tool` and `keyring-tool` that were installed with this package."""

import os
import site
import sys
import sysconfig

PROGRAMS = ("condarc-tool", "keyring-tool")


def find(program: str) -> str:
    """The path of a program; FileNotFoundError where it is in none of the places that installers use."""
    directories = [
        sysconfig.get_path("scripts"),
        # `pip install --user`, and `--target`, `--prefix`
        os.path.join(site.getuserbase(), "bin"),
        os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin"),
        os.path.dirname(sys.executable),
    ]
    for directory in directories:
        path = os.path.join(directory or "", program)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise FileNotFoundError(f"{program} is in none of " + ", ".join(filter(None, directories)))
