"""Every command at n and at ten times n: how its cost grows, as an exponent; 1 is linear, 2 the square."""

import json
import math
import shutil
from base64 import b64encode

MOST = 1.15


def channel(number):
    return f"https://conda.example.org/channel-number-{number:06d}"


def text(names):
    return "channels:\n" + "".join(f"  - {name}\n" for name in names)


class Scale:
    def __init__(self, bench):
        self.bench = bench
        self.floor = min(bench.cpu(bench.condarc, "--version") for _ in range(5))

    def grow(self, what, small, prepare):
        """Prepares and times at small and ten times small; the cost of a start is taken off."""
        costs = []
        for size in (small, 10 * small):
            best = None
            for _ in range(3):
                call = prepare(size)
                cost = self.bench.cpu(*call, statuses=(0, 1))
                best = cost if best is None else min(best, cost)
            costs.append(max(best - self.floor, 1e-4))
        exponent = math.log10(costs[1] / costs[0])
        self.bench.row(f"{what}, {small} to {10 * small}", MOST, exponent, "", note=f"{costs[1]:.2f} s")

    def file(self, content, name=".condarc"):
        path = self.bench.home / name
        path.write_text(content)
        return path

    def lists(self):
        condarc = self.bench.condarc

        def edit(*arguments):
            def prepare(size):
                self.file(text(channel(number) for number in range(size)))
                return [condarc, *arguments]
            return prepare

        for what, arguments in {
            "append": ["append", "channels", "one-more"], "prepend": ["prepend", "channels", "one-more"],
            "remove": ["remove", "channels", channel(7)], "get": ["get", "channels"], "show": ["show"],
            "explain channels": ["explain", "channels"], "check of a long file": ["check", self.bench.home / ".condarc"],
        }.items():
            self.grow(what, 10_000, edit(*arguments))

        def reversed_channels(size):
            names = [channel(number) for number in range(size)]
            self.file(text(names))
            return [condarc, "set-channels", *reversed(names)]
        self.grow("set-channels reversed", 2_000, reversed_channels)

        def unreadable(size):
            self.file("channels:\n" + "  - =\n" * size)
            return [condarc, "check", self.bench.home / ".condarc"]
        self.grow("check of values that cannot be read", 2_000, unreadable)

        def fix_many(size):
            self.file("custom_channels:\n" + "".join(f"  name{number}: https:/h{number}.example\n" for number in range(size)))
            return [condarc, "check", "--fix", self.bench.home / ".condarc"]
        self.grow("check --fix of a map", 1_000, fix_many)

        def forbid_many(size):
            self.file(text(f"bad{number}" for number in range(size)))
            policy = self.file("version: 1\nforbid:\n  channels: ['bad*']\n", "policy.yml")
            return [condarc, "enforce", policy, "--home", self.bench.home]
        self.grow("enforce of a long list", 1_000, forbid_many)

        def add_many(size):
            self.file(text(["defaults"]))
            options = []
            for number in range(size):
                options += ["--add", "channels", channel(number)]
            return [condarc, "config", *options]
        self.grow("config --add many", 500, add_many)

        def set_many(size):
            self.file(text(["defaults"]))
            options = []
            for number in range(size):
                options += ["--set", f"custom_channels.name{number}", f"https://h{number}.example"]
            return [condarc, "config", *options]
        self.grow("config --set many", 500, set_many)

        def in_turn(size):
            self.file(text(["defaults"]))
            options = []
            for number in range(size):
                options += ["--append", "channels", channel(number), "--append", "envs_dirs", f"/e{number}"]
            return [condarc, "config", *options]
        self.grow("config --append to two lists in turn", 500, in_turn)

        def remove_many(size):
            self.file("custom_channels:\n" + "".join(f"  name{number}: {channel(number)}\n" for number in range(size)))
            return [condarc, "config", *(word for number in range(size) for word in ("--remove-key", f"custom_channels.name{number}"))]
        self.grow("config --remove-key many", 500, remove_many)

        def remove_half(size):
            names = [channel(number) for number in range(size)]
            self.file(text(names))
            return [condarc, "remove", "channels", *names[::2]]
        self.grow("remove of half", 2_000, remove_half)

        def multichannel(size):
            names = "".join(f"    - {channel(number)}\n" for number in range(size))
            self.file("custom_multichannels:\n  lab:\n" + names)
            return [condarc, "explain", "lab"]
        self.grow("explain of a multichannel", 500, multichannel)

        def one_of_many(size):
            self.file(text(channel(number) for number in range(size)))
            return [condarc, "explain", channel(7)]
        self.grow("explain of one channel", 2_000, one_of_many)

        def apply(size):
            self.file("quiet: true\n")
            patch = self.file(
                "custom_channels:\n" + "".join(f"  name{number}: https://h{number}.example\n" for number in range(size)),
                "patch.yml")
            return [condarc, "apply", patch]
        self.grow("apply of a map", 2_000, apply)

        def diff(size):
            return [condarc, "diff", self.file("".join(f"key{number}: {number}\n" for number in range(size))), "/dev/null"]
        self.grow("diff of unknown keys", 2_000, diff)

        def apply_list(size):
            self.file(text(["defaults"]))
            return [condarc, "apply", self.file(text(channel(number) for number in range(size)), "patch.yml")]
        self.grow("apply of a list", 10_000, apply_list)

        def many_files(size):
            directory = self.bench.scratch / f"files-{size}"
            if not directory.exists():
                directory.mkdir()
                for number in range(size):
                    (directory / f"{number}.yml").write_text("channels:\n  - conda-forge\nquiet: true\n")
            self.file("quiet: true\n")
            return [condarc, "check", *sorted(directory.iterdir())]
        self.grow("check of many files", 500, many_files)

        policy = self.file(
            "version: 1\nrequire: {channels: [conda-forge]}\nforbid: {channels: [defaults]}\npin: {ssl_verify: true}\n",
            "policy.yml")

        def homes(size):
            options = []
            for number in range(size):
                home = self.bench.scratch / "homes" / str(number)
                home.mkdir(parents=True, exist_ok=True)
                (home / ".condarc").write_text("channels:\n  - defaults\nquiet: true\n")
                options += ["--home", home]
            return [condarc, "enforce", policy, "--check", *options]
        self.grow("enforce over many homes", 200, homes)

    def tokens(self):
        keyring = self.bench.keyring

        def keyring_of(size):
            tokens = [{"token": f"made-up-token-{number:010d}", "org_name": f"org{number}"} for number in range(size)]
            content = {"domain": "anaconda.com", "repo_tokens": tokens, "version": 2}
            encoded = b64encode(json.dumps(content).encode()).decode()
            path = self.bench.home / ".anaconda/keyring"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps({"Anaconda Cloud": {"anaconda.com": encoded}}))
            path.chmod(0o600)

        def files_of(size):
            directory = self.bench.home / ".config/binstar"
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir(parents=True, mode=0o700)
            for number in range(size):
                path = directory / f"https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2Forg{number}%2F.token"
                path.write_text(f"made-up-token-{number:010d}\n")
                path.chmod(0o600)

        def nothing():
            shutil.rmtree(self.bench.home / ".anaconda", ignore_errors=True)
            shutil.rmtree(self.bench.home / ".config", ignore_errors=True)

        def of(store, *arguments):
            def prepare(size):
                nothing()
                (self.bench.home / ".condarc").unlink(missing_ok=True)
                store(size)
                return [keyring, *arguments]
            return prepare

        def damaged(size):
            keyring_of(size)
            path = self.bench.home / ".anaconda/keyring"
            path.write_text(path.read_text()[:-2])

        def entries(size):
            # Damaged where every entry is a text of its own.
            content = {f"service-{number}": {"user": "made-up"} for number in range(size)}
            path = self.bench.home / ".anaconda/keyring"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content, indent=1)[:-2])
            path.chmod(0o600)

        def channels(form):
            return lambda size: self.file(text(form.format(number) for number in range(size)))

        tokens_in_urls = channels("https://h.example/t/made-up-token-{0:010d}/c{0}")
        passwords = channels("https://user:made-up@h.example/c{0}")

        self.grow("report of tokens in URLs", 200, of(tokens_in_urls, "report"))
        self.grow("doctor of tokens in URLs", 200, of(tokens_in_urls, "doctor"))
        self.grow("doctor of passwords in URLs", 500, of(passwords, "doctor"))
        self.grow("report of a keyring", 500, of(keyring_of, "report"))
        self.grow("report of token files", 200, of(files_of, "report"))
        self.grow("set in a keyring", 500, of(
            keyring_of, "set", "--store", "keyring", "--org", "org7", "--token-file", self.file("made-up-token-000000000x", "token")))
        self.grow("which", 5_000, of(keyring_of, "which", "https://repo.anaconda.cloud/repo/org7/main"))
        self.grow("migrate", 200, of(files_of, "migrate"))
        self.grow("sync", 2_000, of(keyring_of, "sync", "--to", "mamba", "--org", "org7"))
        self.grow("remove --all of token files", 200, of(files_of, "remove", "--all", "--store", "conda-token"))
        self.grow("rotate", 500, of(
            keyring_of, "rotate", "--org", "org7", "--token-file", self.file("made-up-token-000000000y", "token")))
        self.grow("doctor of a damaged keyring", 500, of(damaged, "doctor"))
        self.grow("doctor of one with many entries", 500, of(entries, "doctor"))
        self.grow("doctor --fix of it", 500, of(entries, "doctor", "--fix"))
