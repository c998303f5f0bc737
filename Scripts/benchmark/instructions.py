"""How many instructions each command takes, counted by callgrind, against a baseline that is changed on purpose only."""

import json
import platform
import re
import shutil
import subprocess

from bench import SMALL, TOP

BASELINE = TOP / "Fixtures/instructions.json"
MARGIN = 0.05


def machine():
    return f"{platform.system()}-{platform.machine()}".lower()


def commands(bench):
    """Each command by a name of its own, and what has to be there before it runs."""
    condarc, keyring = bench.condarc, bench.keyring
    token = ["--token-file", bench.scratch / "token"]
    store = ["--store", "keyring", "--org", "o"]
    return {
        "condarc-tool --version": [condarc, "--version"],
        "append": [condarc, "append", "channels", "nvidia"],
        "remove": [condarc, "remove", "channels", "bioconda"],
        "set": [condarc, "set", "channel_priority", "flexible"],
        "set-channels": [condarc, "set-channels", "defaults", "conda-forge"],
        "get": [condarc, "get", "channels"],
        "check": [condarc, "check", bench.home / ".condarc"],
        "explain": [condarc, "explain", "channels"],
        "show": [condarc, "show"],
        "keyring-tool get": [keyring, "get", *store],
        "keyring-tool set": [keyring, "set", *store, *token],
        "keyring-tool report": [keyring, "report"],
        "keyring-tool which": [keyring, "which", "https://repo.anaconda.cloud/repo/o/main"],
    }


def counted(bench):
    """Instructions by command; None where there is no valgrind."""
    if not shutil.which("valgrind"):
        return None
    directory = bench.root / "condarc.d"
    directory.mkdir(exist_ok=True)
    for number in range(9):
        (directory / f"{number}.yml").write_text(SMALL)
    (bench.scratch / "token").write_text("made-up-token-0123456789")
    bench.run(
        bench.keyring, "set", "--store", "keyring", "--org", "o", "--token-file", bench.scratch / "token")
    # Where things lie in tables of hashes is random otherwise, and with it how long it takes to find them.
    environment = {**bench.environment, "SWIFT_DETERMINISTIC_HASHING": "1"}
    counts = {}
    for name, command in commands(bench).items():
        (bench.home / ".condarc").write_text(SMALL)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)], env=environment,
            capture_output=True, text=True, cwd=bench.home)
        found = re.search(r"Collected : (\d+)", done.stderr)
        if not found or done.returncode not in (0, 1):
            raise SystemExit(f"bench: {name} under valgrind ended with {done.returncode}: {done.stderr[-300:]}")
        counts[name] = int(found[1])
    return counts


def baseline():
    if not BASELINE.exists():
        return {}
    recorded = json.loads(BASELINE.read_text())
    return recorded["counts"] if recorded["machine"] == machine() else {}


def record(bench):
    counts = counted(bench)
    if counts is None:
        raise SystemExit("bench: valgrind is needed: apt-get install valgrind")
    BASELINE.write_text(json.dumps({"machine": machine(), "counts": counts}, indent=2) + "\n")
    print(f"recorded {BASELINE.relative_to(TOP)}")


def check(bench):
    """Compares with the baseline; False where a command takes more than it may."""
    counts, recorded = counted(bench), baseline()
    if counts is None:
        print("instructions: skipped, there is no valgrind")
        return True
    if not recorded:
        print(f"instructions: no baseline for {machine()}; to record one: Scripts/bench --record")
        return True
    good = True
    for name, count in counts.items():
        before = recorded.get(name)
        change = 0 if before is None else count / before - 1
        word = "new" if before is None else f"{change:+.1%}"
        if change > MARGIN:
            good, word = False, word + "  MORE THAN THE BASELINE ALLOWS"
        elif change < -MARGIN:
            word += "  less: record it, so that it stays"
        print(f"{name:24} {count:>12,}  {word}")
    if not good:
        print("instructions: if that is on purpose, change the baseline: Scripts/bench --record")
    return good
