# What the scripts share, to be sourced: the package's own directory, and what a machine must have.
# shellcheck shell=bash

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top" || exit 1

# Swift's package manager keeps its caches there.
export HOME="${HOME:-$top/.build/home}"
export LC_ALL=C.UTF-8

say() { if [ -t 2 ]; then printf '\033[1m%s\033[0m\n' "$*" >&2; else printf '%s\n' "$*" >&2; fi; }
fail() { printf '%s: error: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# need CHECK PACKAGE...: where the command CHECK fails, installs these Debian packages; 1 if it still fails.
need() {
    local check=$1
    shift
    eval "$check" >/dev/null 2>&1 && return
    local run=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null && run=(sudo -n)
    fi
    if command -v apt-get >/dev/null; then
        say "installing $*"
        # Without lists of packages, as in a container, the first try fails.
        "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1 || {
            "${run[@]}" apt-get update -qq >/dev/null 2>&1
            "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1
        }
    fi
    eval "$check" >/dev/null 2>&1
}

# What the package cannot be built without.
need_to_build() {
    command -v swift >/dev/null || fail "Swift 6.2 or later is needed: https://www.swift.org/install"
    need 'pkg-config --exists yaml-0.1' libyaml-dev pkg-config ||
        fail "libyaml is needed: apt-get install libyaml-dev pkg-config, or brew install libyaml pkg-config"
}

# Where DocC is, which comes with most toolchains; 1 where there is none.
find_docc() { command -v docc || xcrun --find docc 2>/dev/null; }

# The first way to link the programs, fastest first, whose archives this machine has; see Package.swift.
linking() {
    local swift_static
    [ "$(uname -s)" = Linux ] || { echo dynamic; return; }
    swift_static=$(dirname "$(readlink -f "$(command -v swiftc)")")/../lib/swift_static
    has_archive() { [ -e "$(${CC:-cc} -print-file-name="$1" 2>/dev/null)" ]; }
    if [ ! -d "$swift_static" ]; then
        echo dynamic
    elif has_archive libc.a && has_archive libyaml.a; then
        echo static-executable
    else
        echo static-stdlib
    fi
}

# build_release: makes both programs and sets `bin` to the directory they are in.
build_release() {
    CONDARC_TOOLKIT_LINK=${CONDARC_TOOLKIT_LINK:-$(linking)}
    export CONDARC_TOOLKIT_LINK
    local program output
    for program in condarc-tool keyring-tool; do
        # A static program cannot load libraries; the linker says so of a call in Swift's runtime that is never made.
        output=$(swift build -c release --product "$program" 2>&1) || {
            printf '%s\n' "$output" >&2
            fail "$program does not build"
        }
    done
    # shellcheck disable=SC2034 # for the script that sources this
    bin=$(swift build -c release --show-bin-path)
}
