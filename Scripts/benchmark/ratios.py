"""What a user waits for, to /bin/true, to C, to git, and to a bare scan: ratios of medians from interleaved runs."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from bench import SMALL, TOP, compile_c

TRUE = shutil.which("true") or "/bin/true"


def small_edit(bench):
    source, target = bench.scratch / "small", bench.home / ".condarc"
    source.write_text(SMALL)
    compile_c("edit", bench.scratch / "edit", "-lyaml")
    copy = ["@copy", source, target]
    edit = [*copy, bench.condarc, "append", "channels", "nvidia"]
    commands = [[TRUE], edit, [*copy, bench.scratch / "edit", target, "nvidia"]]
    if shutil.which("git"):
        settings = bench.scratch / "gitconfig"
        settings.write_text("[core]\n\tpager = less\n[user]\n\tname = A\n")
        commands += [["@copy", settings, bench.scratch / "git", "git", "config", "--file", bench.scratch / "git", "user.name", "B"]]
    true, ours, plain, *git = bench.measure(*commands)
    if ours[3] != 0 or plain[3] != 0 or "nvidia" not in target.read_text():
        raise SystemExit("bench: the small edit does nothing")
    bench.row("append to a small file, to /bin/true", 3, ours[0] / true[0])
    bench.row("the same, CPU to C with the same system calls and libyaml", 1.6, ours[1] / plain[1])
    if git:
        bench.row("the same, CPU to git config set", 0.9, ours[1] / git[0][1])
    bench.row("its peak memory", 12, ours[2] / 1024, "MiB")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=TOP / ".build") as disk:
        target = Path(disk) / ".condarc"
        true, ours = bench.measure([TRUE], ["@copy", source, target, *edit[3:], "--file", target], runs=101)
        bench.row("the same on the disk of this package", None, ours[0] / true[0], note="two flushes")


def size(bench):
    largest = max(os.path.getsize(bench.program(name)) for name in ("condarc-tool", "keyring-tool"))
    bench.row("the larger program, stripped", 9, largest / 1e6, "MB")


def keyring(bench):
    (bench.scratch / "token").write_text("made-up-token-0123456789")
    store = ["--store", "keyring", "--org", "o"]
    true, write, read, report = bench.measure(
        [TRUE], [bench.keyring, "set", *store, "--token-file", bench.scratch / "token"], [bench.keyring, "get", *store],
        [bench.keyring, "report"])
    bench.row("keyring-tool set, to /bin/true", 3, write[0] / true[0])
    bench.row("keyring-tool get, to /bin/true", 3, read[0] / true[0])
    bench.row("keyring-tool report, CPU to /bin/true", 2.2, report[1] / true[1])


def long_list(bench):
    compile_c("scan", bench.scratch / "scan", "-lyaml")
    times = {}
    for count in (20_000, 200_000):
        source, target = bench.scratch / f"long-{count}", bench.scratch / "long"
        with open(source, "w") as file:
            file.write("channels:\n")
            for number in range(count):
                file.write(f"  - https://conda.example.org/channel-number-{number:06d}\n")
        edit = ["@copy", source, target, bench.condarc, "append", "channels", "one-more", "--file", target]
        ours, scan, get, check = bench.measure(
            edit, [bench.scratch / "scan", source], [bench.condarc, "get", "channels", "--file", source],
            [bench.condarc, "check", source], runs=21 if count < 100_000 else 5)
        if ours[3] != 0 or get[3] != 0 or "one-more" not in target.read_text():
            raise SystemExit(f"bench: appending to {count} channels fails")
        times[count] = ours[1]
        if count == 20_000:
            bench.row("append to 20,000 channels, CPU to a bare scan in C", 0.7, ours[1] / scan[1])
            bench.row("get of 20,000 channels, CPU to a bare scan", 2.5, get[1] / scan[1])
            bench.row("check of 20,000 channels, CPU to a bare scan", 3, check[1] / scan[1])
    bench.row("append to ten times as many, CPU", 11, times[200_000] / times[20_000])


def ten_sources(bench):
    directory = bench.root / "condarc.d"
    directory.mkdir(exist_ok=True)
    for number in range(9):
        (directory / f"{number}.yml").write_text(SMALL)
    (bench.home / ".condarc").write_text(SMALL)
    true, ours = bench.measure([TRUE], [bench.condarc, "show"])
    if ours[3] != 0:
        raise SystemExit("bench: condarc-tool show fails")
    bench.row("show over 10 sources, CPU to /bin/true", 2.5, ours[1] / true[1])


def many_files(bench):
    directory = bench.scratch / "many"
    directory.mkdir()
    files = []
    for number in range(1_000):
        files.append(directory / f"{number}.yml")
        files[-1].write_text(SMALL)
    # One processor against all: the same program, held to the first by taskset.
    one = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    few, many, held = bench.measure(
        [bench.condarc, "check", *files[:100]], [bench.condarc, "check", *files],
        [*one, bench.condarc, "check", *files], runs=11)
    bench.row("check of 1,000 files", 5_000, 1_000 / (many[0] / 1_000), "files/s", at_least=True)
    bench.row("its peak memory, to that of 100 files", 1.25, many[2] / few[2])
    if one and (os.cpu_count() or 1) > 1:
        bench.row("the same on one processor, to all", 1.7, held[0] / many[0], at_least=True)


def conda(bench):
    program = shutil.which("conda")
    if not program:
        return bench.skip("conda config --append, to ours", "there is no conda")
    copy = ["@copy", bench.scratch / "small", bench.home / ".condarc"]
    ours, theirs = bench.measure(
        [*copy, bench.condarc, "append", "channels", "nvidia"],
        [*copy, program, "config", "--append", "channels", "nvidia"], runs=5)
    bench.row("conda config --append, to ours", 50, theirs[0] / ours[0], at_least=True)


ALL = (small_edit, size, keyring, long_list, ten_sources, many_files, conda)
