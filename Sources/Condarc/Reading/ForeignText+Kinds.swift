import LosslessYAML

extension ForeignText {
    /// How files begin that are no text.
    static let magics: [(lead: [UInt8], kind: String)] = [
        ([0x1F, 0x8B], "a compressed file (gzip)"), (Array("BZh".utf8), "a compressed file (bzip2)"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a compressed file (zstd)"), ([0xFD, 0x37, 0x7A, 0x58], "a compressed file (xz)"),
        (Array("PK\u{3}\u{4}".utf8), "an archive, such as a package or an office document"),
        (Array("\u{7F}ELF".utf8), "a program"), ([0x4D, 0x5A, 0x90], "a program"),
        ([0xCF, 0xFA, 0xED, 0xFE], "a program"), ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        ([0x30, 0x82], "a certificate or a key that is no PEM"), ([0xFE, 0xED, 0xFE, 0xED], "a keystore of Java"),
        (Array("SQLite format".utf8), "a database"), (Array("%PDF".utf8), "a document (PDF)"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
    ]

    /// How the first line of a text begins, or its first line that is no comment; in small letters.
    static let leads: KeyValuePairs<[String], Kind> = [
        ["<!doctype html", "<html", "<head", "<body", "<script", "<title", "<p>", "<div"]:
            Kind(
                "a web page (HTML), such as a sign-in or an error page",
                "fetch the file again, and look at it before it is put here"),
        ["<%"]: Kind("a template that nothing has filled in", "render the template first"), ["<"]: Kind("XML"),
        ["404", "not found", "access denied", "forbidden", "unauthorized", "bad gateway"]:
            Kind("an error message of a server", "fetch the file again, and look at it before it is put here"),
        ["$ansible_vault"]:
            Kind("a file that ansible-vault has encrypted", "decrypt it first: ansible-vault decrypt FILE"),
        ["-----begin certificate", "-----begin trusted certificate"]:
            Kind("a certificate", "conda wants its path: write `ssl_verify: PATH` in a file such as ~/.condarc"),
        ["-----begin", "ssh-rsa ", "ssh-ed25519 "]:
            Kind("a key", "conda wants its path: write `client_ssl_cert_key: PATH` in a file such as ~/.condarc"),
        ["traceback (most recent", "# >>>>>>>>>>>>>>>>>>>>>> error"]: Kind("an error message of a program"),
        ["==> "]:
            Kind(
                "what 'conda config --show-sources' prints",
                "keep the lines of one file, and remove those with ==> and what is below the others"),
        ["usage: "]: Kind("the help of a command"), ["on branch ", "commit "]: Kind("what git prints"),
        ["total ", "drwx", "-rw"]: Kind("a list of files"), ["begin:"]: Kind("a card or a calendar"),
        [
            "mamba version :", "libmamba version :", "active environment :", "# packages in environment",
            "# conda environments",
        ]: Kind("what conda prints"),
        ["@explicit", "# this file may be used to create"]:
            Kind("a list of packages", "conda create --name NAME --file FILE reads it"),
        ["# >>> conda initialize", "#!/", "#! /"]: Kind("a script"),
        ["@echo ", "rem ", "setlocal"]: Kind("a script of Windows (batch)"),
        ["$env:", "param(", "param (", "set-content ", "write-host ", "[environment]::"]: Kind(
            "a script of PowerShell"),
        ["windows registry editor", "regedit4"]: Kind("an export of the registry of Windows"),
        ["from: ", "received: ", "return-path: ", "subject: ", "message-id: ", "delivered-to: ", "mime-version: "]:
            Kind("a mail", "remove all of it but the configuration's lines, such as `channels: [conda-forge]`"),
        ["from ", "arg ", "# syntax=docker"]: Kind("a Dockerfile, or a mail"),
        ["//registry", "registry=", "@registry"]: Kind("a configuration of npm (.npmrc)"),
        ["machine "]: Kind("a file of passwords (.netrc)"),
        ["import ", "def ", "class ", "async def "]: Kind("a program in Python"),
        ["options(", "library("]: Kind("a program in R"),
        ["resource \"", "variable \"", "provider \"", "terraform {"]: Kind("a file of Terraform"),
        ["host ", "match host"]: Kind("a configuration of ssh"),
        ["version https://git-lfs"]: Kind("a pointer of Git LFS", "fetch the file itself: git lfs pull"),
        ["{\\rtf", "\\documentclass"]: Kind("a document of a word processor"),
    ]

    /// The names in `[NAME]`, as far as they are letters.
    static let sections: [(names: [String], kind: String)] = [
        (["global", "install", "download", "freeze"], "a configuration of pip (pip.conf)"),
        (["workspace", "feature", "pypi", "tasks", "environments", "dependencies"], "a file of pixi (pixi.toml)"),
        (["project", "build", "tool"], "a pyproject.toml"),
        (["core", "user", "remote", "branch", "credential"], "a configuration of git"),
        (["metadata", "options", "tox", "pytest", "mypy"], "a configuration of Python's tools"),
    ]

    static let variables = Kind(
        "a file of variables for a shell",
        "conda reads CONDA_… from the environment; in a file such as ~/.condarc write `channels: [conda-forge]` and the like"
    )
    static let packages = Kind(
        "a list of packages", "pip install -r FILE, or conda install --file FILE, reads it; packages are no settings")

    private static let compose = Kind("a file of Docker Compose")
    private static let gitlab = Kind("a pipeline of GitLab")
    private static let azure = Kind("a pipeline of Azure")
    private static let playbook = Kind("a playbook of Ansible")
    private static let tasks = Kind("a list of Ansible's tasks")
    private static let recipe = Kind("a recipe for building a package")
    private static let variants = Kind("a file of variants of conda-build (conda_build_config.yaml)")
    static let policy = Kind("a policy", "condarc-tool enforce FILE reads it")
    private static let package = Kind("a package.json of npm")
    private static let readTheDocs = Kind("a configuration of Read the Docs")
    private static let cloudInit = Kind("a configuration of cloud-init")

    /// Keys that stand together in files of other programs; the first that are all there count.
    static let combinations: KeyValuePairs<[String], Kind> = [
        ["apiVersion", "kind"]:
            Kind(
                "an object of Kubernetes",
                "make a file of its own, such as ~/.condarc, of the lines that stand below `.condarc:` in its `data:`"),
        ["apiVersion", "name"]: Kind("a chart of Helm"), ["services"]: compose, ["version", "volumes"]: compose,
        ["on", "jobs"]: Kind("a workflow of GitHub"), ["version", "jobs"]: Kind("a pipeline of CircleCI"),
        ["version", "updates"]: Kind("a file of Dependabot"),
        ["runs", "description"]: Kind("an action of GitHub"),
        ["stages"]: gitlab, ["before_script"]: gitlab, ["image", "script"]: gitlab,
        ["workflow", "include"]: gitlab,
        ["trigger", "steps"]: azure, ["trigger", "pool"]: azure, ["pool", "steps"]: azure,
        ["trigger", "stages"]: azure, ["trigger", "jobs"]: azure,
        ["hosts", "tasks"]: playbook, ["hosts", "roles"]: playbook, ["hosts", "become"]: playbook,
        ["name", "hosts"]: playbook, ["import_playbook"]: playbook, ["name", "become"]: playbook,
        ["name", "copy"]: tasks, ["name", "template"]: tasks, ["name", "command"]: tasks,
        ["name", "lineinfile"]: tasks, ["name", "ansible.builtin.copy"]: tasks,
        ["name", "ansible.builtin.template"]: tasks,
        ["package", "metadata"]: Kind("a lock file of conda-lock", "conda-lock install reads it"),
        ["name", "version", "dependencies"]: package, ["devDependencies"]: package,
        ["name", "version", "scripts"]: package,
        ["dependencies"]:
            Kind(
                "an environment file",
                "conda env create --file FILE reads it; of its keys a file such as ~/.condarc has `channels` alone"),
        ["package", "source"]: recipe, ["package", "requirements"]: recipe, ["package", "build"]: recipe,
        ["package", "about"]: recipe, ["package", "context"]: recipe, ["recipe", "outputs"]: recipe,
        ["c_compiler"]: variants, ["pin_run_as_build"]: variants, ["python", "numpy"]: variants,
        ["name", "specs"]: Kind("a file of conda's constructor (construct.yaml)"),
        ["env_specs"]: Kind("a file of anaconda-project"), ["repos"]: Kind("a configuration of pre-commit"),
        ["version", "require"]: policy, ["version", "forbid"]: policy, ["version", "pin"]: policy,
        ["Anaconda Cloud"]: Kind("Anaconda's keyring, which holds tokens", "keyring-tool report reads it"),
        ["active_prefix"]: Kind("what 'conda info --json' prints"),
        ["openapi"]: Kind("a description of an interface (OpenAPI)"),
        ["site_name"]: Kind("a configuration of MkDocs"),
        ["version", "sphinx"]: readTheDocs, ["version", "build", "conda"]: readTheDocs,
        ["version", "build", "python"]: readTheDocs,
        ["write_files"]: cloudInit, ["runcmd"]: cloudInit,
        ["sites"]: Kind("a configuration of anaconda-client"),
        ["default_site"]: Kind("a configuration of anaconda-client"),
    ]
}
