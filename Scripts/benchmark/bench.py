"""What all measurements share: the programs, copied; a scratch home; a clock; a table."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
PROGRAMS = ("condarc-tool", "keyring-tool")

SMALL = """\
# a configuration as people have it
channels:
  - conda-forge   # first
  - bioconda
  - defaults
channel_priority: strict
show_channel_urls: true
envs_dirs:
  - ~/envs
proxy_servers:
  http: http://proxy.example:3128
"""


def built():
    """The directory of the programs: CONDARC_TOOLKIT_BIN, or .build/release, which is built if it is not there."""
    place = os.environ.get("CONDARC_TOOLKIT_BIN")
    if place:
        return Path(place).absolute()
    subprocess.run(
        ["bash", "-c", ". Scripts/prepare.sh; need_to_build; build_release"], cwd=TOP, check=True, stdout=sys.stderr)
    return TOP / ".build/release"


def compile_c(name, out, *libraries):
    command = [os.environ.get("CC", "cc"), "-O2", "-o", str(out), str(TOP / "Scripts/benchmark" / f"{name}.c")]
    # Static like our programs, where that is possible: the loader's time is not what is compared.
    if subprocess.run([*command, "-static", *libraries], capture_output=True).returncode != 0:
        subprocess.run([*command, *libraries], check=True)


class Bench:
    """A scratch directory with copies of the programs, and what was measured so far."""

    def __init__(self, scratch, runs=301, clock=True):
        self.scratch = Path(scratch)
        self.runs = runs
        self.rows = []
        self.missed = False
        self.home = self.scratch / "home"
        self.root = self.scratch / "root"
        self.home.mkdir()
        self.root.mkdir()
        (self.scratch / "bin").mkdir()
        places = built()
        for program in PROGRAMS:
            # A file as the linker wrote it runs slower than its copy: its pages lie worse in the cache.
            shutil.copyfile(places / program, self.program(program))
            self.program(program).chmod(0o755)
            if shutil.which("strip"):
                subprocess.run(["strip", self.program(program)], check=True)
        self.environment = {
            "HOME": str(self.home), "PATH": "/usr/bin:/bin", "CONDA_ROOT": str(self.root), "LC_ALL": "C.UTF-8"}
        if clock:
            compile_c("run", self.scratch / "run")

    def program(self, name):
        return self.scratch / "bin" / name

    @property
    def condarc(self):
        return self.program("condarc-tool")

    @property
    def keyring(self):
        return self.program("keyring-tool")

    def run(self, *command, statuses=(0,), **options):
        done = subprocess.run(
            [str(part) for part in command], env=self.environment, capture_output=True, cwd=self.home, **options)
        if done.returncode not in statuses:
            sys.exit(f"bench: {' '.join(map(str, command))[:200]} ended with {done.returncode}: {done.stderr.decode()[:300]}")
        return done.stdout

    def measure(self, *commands, runs=None):
        """For each command, run in turn: median milliseconds, those of CPU, peak memory in KiB, exit status."""
        arguments = []
        for command in commands:
            arguments += ([] if not arguments else ["---"]) + [str(part) for part in command]
        done = subprocess.run(
            [self.scratch / "run", str(runs or self.runs), *arguments], env=self.environment, check=True,
            capture_output=True, text=True, cwd=self.home)
        results = []
        for line in done.stdout.splitlines():
            wall, cpu, memory, status = line.split()
            results.append((float(wall), float(cpu), int(memory), int(status)))
        return results

    def cpu(self, *command, statuses=(0,)):
        """Seconds of CPU that one call takes."""
        with open(os.devnull, "w") as null, open(self.scratch / "errors", "w+") as errors:
            child = subprocess.Popen(
                [str(part) for part in command], env=self.environment, stdin=subprocess.DEVNULL, stdout=null,
                stderr=errors, cwd=self.home)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode not in statuses:
                errors.seek(0)
                sys.exit(f"bench: {' '.join(map(str, command))[:200]} ended with {child.returncode}: {errors.read()[:300]}")
        return usage.ru_utime + usage.ru_stime

    def row(self, what, target, value, unit="x", at_least=False, note=""):
        good = target is None or (value >= target if at_least else value <= target)
        self.missed |= not good
        sign = ">=" if at_least else "<="
        wanted = "" if target is None else f"{sign} {target:g} {unit}"
        self.rows.append((what, wanted, f"{value:.2f} {unit}", note if good else "MISSED"))

    def skip(self, what, why):
        self.rows.append((what, "", "skipped", why))

    def table(self):
        if not self.rows:
            return
        widths = [max(len(row[column]) for row in self.rows) for column in range(4)]
        for row in self.rows:
            print("  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip())
