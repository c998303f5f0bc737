"""`python -m condarc_toolkit [condarc-tool|keyring-tool] ARGUMENTS`: condarc-tool where neither is named."""

import os
import sys

from condarc_toolkit import PROGRAMS, find


def main() -> None:
    arguments = sys.argv[1:]
    program = PROGRAMS[0]
    if arguments and arguments[0] in PROGRAMS:
        program = arguments.pop(0)
    try:
        path = find(program)
    except FileNotFoundError as error:
        sys.exit(f"condarc_toolkit: error: {error}")
    os.execv(path, [program, *arguments])


main()
